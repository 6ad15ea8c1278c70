import type { CityPair, ContextWish, PoolCity, Shape } from '../pool-city.ts';
import type { Grounds } from '../score.ts';
import type { Topic } from '../../../city-record/index.ts';
import type { Weights } from '../weights.ts';

/** One round's matching, whole, as plain data: it crosses a thread. */
export interface MatchingProblem {
  readonly shape: Shape;
  readonly cities: readonly PoolCity[];
  /** Never together: one of them does not want it, or they were partners before. */
  readonly apart: readonly CityPair[];
  /** What staff ask for. */
  readonly pins: readonly CityPair[];
  readonly forbidden: readonly CityPair[];
  readonly maxPartners: number;
  readonly wish: ContextWish;
  readonly weights: Weights;
  /** After so long the best found is taken, with what a better one could gain at most. */
  readonly secondsAtMost: number;
}

export interface Proposal {
  readonly cities: readonly string[];
  /** Who teaches a group; null for a pair. */
  readonly host: string | null;
  readonly topic: Topic | null;
  readonly points: number;
  readonly pinned: boolean;
  /** One for a pair; one for each guest of a group. */
  readonly grounds: readonly Grounds[];
}

/** Why a city has no partner. */
export type WhyUnmatched = 'nothing-fits' | 'no-common-language' | 'kept-apart' | 'places-taken';

export interface MatchingResult {
  readonly proposals: readonly Proposal[];
  readonly unmatched: readonly { readonly city: string; readonly why: WhyUnmatched }[];
  readonly total: number;
  /** No matching that keeps to the rules can have more. Equal to `total` when the optimum is proven. */
  readonly bound: number;
  /** The optimum without pins and forbidden pairs, under the same pool; what staff's wishes cost is the difference. */
  readonly free: number;
  /** What taking the best pair first, then the next best, would have reached. */
  readonly greedy: number;
  /** Pairs or groups that could be; those the exact solver had to look at; those shown to be in no better matching. */
  readonly candidates: number;
  readonly looked: number;
  readonly seconds: number;
}
