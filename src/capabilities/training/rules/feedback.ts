export const willUse = ['yes', 'partly', 'no'] as const;

/** As many answers must have come before any is told, and they are told in groups of as many. */
export const smallestGroup = 5;

export interface FeedbackSaid {
  readonly useful: number;
  readonly willUse: (typeof willUse)[number];
  readonly suggestion: string | null;
}

export interface FeedbackTold {
  readonly answered: number;
  /** How many chose 1, 2 … 5. */
  readonly useful: readonly number[];
  /** In the order of `willUse`. */
  readonly willUse: readonly number[];
  readonly suggestions: readonly string[];
}
