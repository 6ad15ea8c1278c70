/** What may be open to cities. */
export const activityKinds = [
  'call-for-proposals',
  'forum',
  'training',
  'peer-round',
  'statement',
  'other',
] as const;
export type ActivityKind = (typeof activityKinds)[number];
