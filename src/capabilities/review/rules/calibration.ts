/** One filed review: who gave what to which application, in whole hundredths of a point. */
export interface Given {
  readonly reviewer: string;
  readonly application: string;
  readonly points: number;
}

export interface Severity {
  readonly reviewer: string;
  readonly reviews: number;
  /** By how much this reviewer's points lie above (kind) or below (severe) those of others for the same applications. */
  readonly offset: number;
}

export interface Calibrated {
  readonly application: string;
  readonly mean: number;
  readonly adjusted: number;
  readonly rank: number;
  readonly adjustedRank: number;
  /** Best and worst adjusted rank when any one reviewer's reviews are left out. */
  readonly bestRank: number;
  readonly worstRank: number;
}

export type Calibration =
  | { readonly kind: 'too-few'; readonly reviewers: number; readonly leastReviews: number }
  | {
      readonly kind: 'calibrated';
      readonly severities: readonly Severity[];
      readonly applications: readonly Calibrated[];
      /** Standard deviation of points before and after, in hundredths. */
      readonly spreadBefore: number;
      readonly spreadAfter: number;
    };

/** Below this, an offset says more of chance than of a reviewer. */
export const leastReviewers = 5;
export const leastReviewsEach = 8;
/** Offsets are drawn towards none as if each reviewer had two reviews more without any. */
const shrinkage = 2;

/**
 * Points = quality of the application + offset of the reviewer, fitted by alternating least squares with the offsets drawn towards
 * 0 (ridge). Only where every reviewer counted has at least 8 reviews and there are at least 5 of them; others' reviews
 * count with no offset.
 */
export function calibrate(given: readonly Given[]): Calibration {
  const counts = countBy(given, ({ reviewer }) => reviewer);
  const counted = [...counts].filter(([, n]) => n >= leastReviewsEach).map(([reviewer]) => reviewer);
  if (counted.length < leastReviewers)
    return { kind: 'too-few', reviewers: counted.length, leastReviews: leastReviewsEach };
  const fitted = fit(given, new Set(counted));
  const ranks = rank(fitted.quality);
  const plain = rank(meansOf(given));
  const ranges = new Map([...ranks].map(([application, at]) => [application, [at, at] as [number, number]]));
  for (const left of counted) {
    const rest = given.filter(({ reviewer }) => reviewer !== left);
    const others = fit(rest, new Set(counted.filter((one) => one !== left)));
    for (const [application, at] of rank(others.quality)) {
      const range = ranges.get(application);
      if (range) range.splice(0, 2, Math.min(range[0], at), Math.max(range[1], at));
    }
  }
  const means = meansOf(given);
  const residual = (offset: (one: Given) => number) =>
    spread(given.map((one) => one.points - offset(one) - (means.get(one.application) ?? 0)));
  return {
    kind: 'calibrated',
    severities: counted
      .map((reviewer) => ({
        reviewer,
        reviews: counts.get(reviewer) ?? 0,
        offset: Math.round(fitted.offset.get(reviewer) ?? 0),
      }))
      .toSorted((a, b) => a.offset - b.offset || compare(a.reviewer, b.reviewer)),
    applications: [...ranks]
      .map(([application, adjustedRank]) => ({
        application,
        mean: Math.round(means.get(application) ?? 0),
        adjusted: Math.round(fitted.quality.get(application) ?? 0),
        rank: plain.get(application) ?? 0,
        adjustedRank,
        bestRank: ranges.get(application)?.[0] ?? adjustedRank,
        worstRank: ranges.get(application)?.[1] ?? adjustedRank,
      }))
      .toSorted((a, b) => a.adjustedRank - b.adjustedRank || compare(a.application, b.application)),
    spreadBefore: Math.round(residual(() => 0)),
    spreadAfter: Math.round(
      spread(
        given.map(
          (one) =>
            one.points - (fitted.offset.get(one.reviewer) ?? 0) - (fitted.quality.get(one.application) ?? 0),
        ),
      ),
    ),
  };
}

function fit(given: readonly Given[], counted: ReadonlySet<string>) {
  const offset = new Map<string, number>([...counted].map((reviewer) => [reviewer, 0]));
  let quality = meansOf(given);
  for (let turn = 0; turn < 200; turn += 1) {
    let moved = 0;
    const sums = new Map<string, [sum: number, n: number]>();
    for (const { reviewer, application, points } of given) {
      if (!counted.has(reviewer)) continue;
      const [sum, n] = sums.get(reviewer) ?? [0, 0];
      sums.set(reviewer, [sum + points - (quality.get(application) ?? 0), n + 1]);
    }
    const drawn = [...sums].map(([reviewer, [sum, n]]) => [reviewer, sum / (n + shrinkage)] as const);
    // Only differences between reviewers can be told from the applications' quality.
    const middle = drawn.reduce((sum, [, value]) => sum + value, 0) / (drawn.length || 1);
    for (const [reviewer, value] of drawn) {
      moved = Math.max(moved, Math.abs(value - middle - (offset.get(reviewer) ?? 0)));
      offset.set(reviewer, value - middle);
    }
    quality = meansOf(given.map((one) => ({ ...one, points: one.points - (offset.get(one.reviewer) ?? 0) })));
    if (moved < 0.01) break;
  }
  return { offset, quality };
}

function meansOf(given: readonly Given[]): Map<string, number> {
  const sums = new Map<string, [sum: number, n: number]>();
  for (const { application, points } of given) {
    const [sum, n] = sums.get(application) ?? [0, 0];
    sums.set(application, [sum + points, n + 1]);
  }
  return new Map([...sums].map(([application, [sum, n]]) => [application, sum / n]));
}

/** 1 for the highest; equal values share a rank. */
function rank(values: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = [...values.values()].map((value) => Math.round(value)).toSorted((a, b) => b - a);
  return new Map([...values].map(([key, value]) => [key, sorted.indexOf(Math.round(value)) + 1]));
}

function spread(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function countBy<T>(some: readonly T[], key: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of some) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
