import type { MatchingResult } from './matching/problem.ts';

/** A list that said how a city's country is classified, as it stood on the round's day. */
export interface ListUsed {
  readonly scheme: string;
  readonly name: string;
}

/** What a run leaves behind: enough to read it years later. */
export interface RunResult extends MatchingResult {
  readonly cities: number;
  readonly lists: readonly ListUsed[];
  /** Under which wishes it was made: ids of pins and forbidden pairs. A change makes the run old. */
  readonly wishes: readonly string[];
}

/** What the wishes of staff take away, in percent of what was possible. */
export function costOfWishes({ free, total }: RunResult): {
  readonly points: number;
  readonly percent: number;
} {
  const points = Math.max(0, free - total);
  return { points, percent: free === 0 ? 0 : (points / free) * 100 };
}

/** How much more than by taking the best first, in percent. */
export function aheadOfGreed({ free, greedy }: RunResult): number {
  return greedy === 0 ? 0 : ((free - greedy) / greedy) * 100;
}

/** What a better matching could gain at most, in percent; 0 when the optimum is proven. */
export function gapPercent({ bound, total }: RunResult): number {
  return total === 0 ? 0 : ((bound - total) / total) * 100;
}
