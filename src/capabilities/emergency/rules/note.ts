export const audiences = ['city', 'council', 'network', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** A number of a situation note: nothing is said without saying who counted. */
export interface NoteNumber {
  readonly what: string;
  readonly value: number;
  readonly source: string;
}

/** Rows of numbers that a note's form offers. */
export const numberRows = 3;
