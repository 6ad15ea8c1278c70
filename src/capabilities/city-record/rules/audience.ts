/** Who sees a fact, from fewest to most: the city's own people, the council's staff, cities and board, everybody. */
export const audiences = ['city', 'council', 'network', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** Staff do not see what a city keeps to itself, so they cannot write it either. */
export const audiencesForStaff = ['council', 'network', 'public'] as const satisfies readonly Audience[];

export function isNarrower(now: Audience, before: Audience): boolean {
  return audiences.indexOf(now) < audiences.indexOf(before);
}
