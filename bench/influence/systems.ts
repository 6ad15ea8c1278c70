import type { RankingChoice } from '../../src/capabilities/influence/rules/index/text-index.ts';
import { trace } from '../../src/capabilities/influence/rules/tracing/trace.ts';
import type { Baseline } from './baselines.ts';
import { type Answer, calibrationError, type Measures, measure } from './measures.ts';
import type { LabelledSet } from './sets.ts';

export function engineAnswers(set: LabelledSet, rankings?: RankingChoice): Answer[] {
  return trace(set.asks, set, { ranked: true, ...(rankings ? { rankings } : {}) }).map((one) => ({
    ranking: one.ranking,
    claims: one.proposals,
  }));
}

export function baselineAnswers(baseline: Baseline, set: LabelledSet, from: number): Answer[] {
  return baseline.scores(set.asks, set).map((scores) => {
    const order = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    const ranking = order.map((at) => ({ paragraph: set.paragraphs[at]?.id ?? '', score: scores[at] ?? 0 }));
    return { ranking, claims: ranking.filter((one) => one.score >= from) };
  });
}

/** The bar that serves a baseline best on the sets the engine was fitted on. */
export function bestBar(baseline: Baseline, sets: readonly LabelledSet[]): number {
  let best = { bar: 0.5, f1: -1 };
  for (let bar = 0.02; bar < 0.9; bar += 0.01) {
    const f1 = sets.reduce(
      (sum, set) => sum + measure(set.asks, baselineAnswers(baseline, set, bar)).lenientF1,
      0,
    );
    if (f1 > best.f1) best = { bar, f1 };
  }
  return best.bar;
}

/** Measures of several sets as one, each set weighing the same. */
export function meanOf(measures: readonly Measures[]): Measures {
  const mean = (name: keyof Measures): number =>
    measures.reduce((sum, one) => sum + one[name], 0) / measures.length;
  return {
    map: mean('map'),
    recallAt10: mean('recallAt10'),
    strictF1: mean('strictF1'),
    lenientF1: mean('lenientF1'),
    precision: mean('precision'),
    recall: mean('recall'),
    ignoredKept: mean('ignoredKept'),
    answeredOrIgnored: mean('answeredOrIgnored'),
  };
}

/** How far the told chances of the best three paragraphs per ask are from what is right. */
export function calibrationOf(set: LabelledSet, answers: readonly Answer[]): number {
  const pairs = set.asks.flatMap((ask, at) => {
    const gold = new Set(ask.answers.map((one) => one.paragraph));
    return (answers[at]?.ranking ?? [])
      .slice(0, 3)
      .map((one) => ({ score: Math.min(1, one.score), right: gold.has(one.paragraph) }));
  });
  return calibrationError(pairs);
}
