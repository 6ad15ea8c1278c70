/** Why somebody must look at a mail: message `look.<reason>`. */
export const lookReasons = [
  'unreadable',
  'no-sender',
  'garbled',
  'nothing-in-it',
  'packed',
  'too-many',
  'too-large',
  'refused',
  'missing',
] as const;
export type LookReason = (typeof lookReasons)[number];
