/** What a limit may speak of: all grants that share something. */
export const groupings = [
  'region',
  'income-group',
  'country',
  'theme',
  'language',
  'secondary-city',
  'global-south',
] as const;
export type Grouping = (typeof groupings)[number];

export interface Group {
  readonly by: Grouping;
  /** `yes` for secondary-city and global-south. */
  readonly is: string;
}

/** An application that may be funded. */
export interface Candidate {
  readonly id: string;
  readonly cityId: string;
  /** What the review gave it: whole hundredths of a point, 0 or more. */
  readonly points: number;
  /** In the window's currency, whole minor units. */
  readonly askMinor: number;
  /** Every group it belongs to, as `by:is`. */
  readonly groups: readonly string[];
}

/** Money with its donor's restrictions, already turned into the candidates that it may fund. */
export interface DonorPot {
  readonly id: string;
  readonly atMostMinor: number;
  readonly mayFund: readonly string[];
}

/** A rule that the chosen set keeps to. Counts and sums have a least, a most, or both. Shares are in hundredths of a per cent. */
export type Limit = { readonly id: string; readonly atLeast?: number; readonly atMost?: number } & (
  | { readonly kind: 'money' }
  | { readonly kind: 'grants' }
  | { readonly kind: 'grants-in'; readonly group: Group }
  | { readonly kind: 'money-in'; readonly group: Group }
  | { readonly kind: 'share-of-grants'; readonly group: Group }
  | { readonly kind: 'share-of-money'; readonly group: Group }
  /** For each value of the grouping by itself: at most two for one country. */
  | { readonly kind: 'each'; readonly by: Grouping }
);

/** One choice of a portfolio, whole, as plain data: it crosses a thread. */
export interface PortfolioProblem {
  readonly candidates: readonly Candidate[];
  readonly donors: readonly DonorPot[];
  readonly limits: readonly Limit[];
  readonly forcedIn: readonly string[];
  readonly forcedOut: readonly string[];
  /** A grant is this many equal steps of what was asked: 1 where a window gives all or nothing. */
  readonly steps: number;
  /** The least steps of a grant, where it is partly funded. */
  readonly leastSteps: number;
  readonly secondsAtMost: number;
}

export interface Grant {
  readonly id: string;
  readonly steps: number;
  readonly amountMinor: number;
}

export interface Allocation {
  readonly grantId: string;
  readonly donorId: string;
  readonly amountMinor: number;
}

/** A set that was chosen; `points` counts a partly funded grant by its share. */
export interface Portfolio {
  readonly grants: readonly Grant[];
  readonly points: number;
  readonly spentMinor: number;
  readonly allocations: readonly Allocation[];
}

/** Parts of a step divide no minor unit: amounts are rounded down, in favour of the budget. */
export function amountOf(askMinor: number, steps: number, of: number): number {
  return Math.floor((askMinor * steps) / of);
}

export function groupKey({ by, is }: Group): string {
  return `${by}:${is}`;
}

/** The points of a grant in the solver's whole units: steps times points. */
export function worthOf(grants: readonly Grant[], problem: PortfolioProblem): number {
  const points = new Map(problem.candidates.map((one) => [one.id, one.points]));
  return grants.reduce((sum, grant) => sum + (points.get(grant.id) ?? 0) * grant.steps, 0) / problem.steps;
}
