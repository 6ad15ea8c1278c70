/** By how much each thing counts, in percent; a round keeps the table it was matched under. */
export interface Weights {
  readonly version: number;
  /** One city teaches the other, both teach each other, and each topic beyond the first (of two at most). */
  readonly fit: { readonly oneWay: number; readonly bothWays: number; readonly furtherTopic: number };
  /** By the larger number of partners that the two take: who takes many has less time for each. */
  readonly partners: readonly number[];
  /** A common language that the council's staff speak as well, or another. */
  readonly language: { readonly ofStaff: number; readonly other: number };
  /** By whole hours of office time in common, from none to four and more. */
  readonly hours: readonly number[];
  /** No office hours in common: some if one comes early or stays late, or none at all. */
  readonly noOfficeHours: { readonly stretched: number; readonly none: number };
  /** By how many of size, income group and region are as the round wishes, from none to all three. */
  readonly context: readonly number[];
  /** Added for each city of the Global South, and for each secondary city. */
  readonly underServed: { readonly globalSouth: number; readonly secondary: number };
}

/** What the next round is matched under. A change is a new version. */
export const currentWeights: Weights = {
  version: 1,
  fit: { oneWay: 70, bothWays: 100, furtherTopic: 5 },
  partners: [100, 96, 92, 88, 85],
  language: { ofStaff: 100, other: 90 },
  hours: [0, 80, 88, 95, 100],
  noOfficeHours: { stretched: 60, none: 40 },
  context: [80, 87, 94, 100],
  underServed: { globalSouth: 12, secondary: 8 },
};

/** A pair that fits both ways and has everything else in its favour, before what under-served cities get on top. */
export const wholePoints = 1000;
