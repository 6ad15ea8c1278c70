/** A criterion as reviews score it: critical ones are met or not, additional ones earn 0 to 5. */
export interface ScoredCriterion {
  readonly key: string;
  readonly kind: 'critical' | 'additional';
  readonly weight: number;
}

/** `null`: the reviewer cannot judge it. */
export interface Score {
  readonly criterionKey: string;
  readonly score: number | null;
  readonly reason: string;
}

export const highestScore = 5;

/**
 * A review's points in whole hundredths, 0 to 10,000: the weighted mean of what could be judged, rounded half up; an application
 * that misses a critical criterion keeps its points, and the miss is told beside them.
 * @returns null when nothing additional could be judged
 */
export function pointsOf(criteria: readonly ScoredCriterion[], scores: readonly Score[]): number | null {
  const given = new Map(scores.map((one) => [one.criterionKey, one.score]));
  let sum = 0;
  let weights = 0;
  for (const { key, kind, weight } of criteria) {
    const score = given.get(key);
    if (kind !== 'additional' || score === null || score === undefined) continue;
    sum += score * weight;
    weights += weight;
  }
  return weights === 0 ? null : Math.floor((sum * 10_000) / (weights * highestScore) + 0.5);
}

/** Critical criteria that the reviewer found missed. */
export function missedCritical(criteria: readonly ScoredCriterion[], scores: readonly Score[]): string[] {
  const given = new Map(scores.map((one) => [one.criterionKey, one.score]));
  return criteria.flatMap(({ key, kind }) => (kind === 'critical' && given.get(key) === 0 ? [key] : []));
}

/** Criteria without a score and reason, or outside what may be given: what keeps a review from being filed. */
export function unfinished(criteria: readonly ScoredCriterion[], scores: readonly Score[]): string[] {
  const given = new Map(scores.map((one) => [one.criterionKey, one]));
  return criteria.flatMap(({ key, kind }) => {
    const one = given.get(key);
    const most = kind === 'critical' ? 1 : highestScore;
    const isSaid = one !== undefined && one.reason.trim() !== '';
    const fits =
      one?.score === null ||
      (Number.isInteger(one?.score) && (one?.score ?? -1) >= 0 && (one?.score ?? 9) <= most);
    return isSaid && fits ? [] : [key];
  });
}

/** The mean of filed reviews in whole hundredths, and how far they lie apart; null without any. */
export function agreement(
  points: readonly number[],
): { mean: number; lowest: number; highest: number } | null {
  if (points.length === 0) return null;
  const mean = Math.round(points.reduce((sum, one) => sum + one, 0) / points.length);
  return { mean, lowest: Math.min(...points), highest: Math.max(...points) };
}
