import type { LabelledAsk, LabelledDegree } from './sets.ts';

/** What one system says of one ask: every paragraph with a score, best first; claims are those with a degree. */
export interface Answer {
  readonly ranking: readonly { readonly paragraph: string; readonly score: number }[];
  readonly claims: readonly {
    readonly paragraph: string;
    readonly degree?: LabelledDegree;
    readonly score: number;
  }[];
}

export interface Measures {
  readonly map: number;
  readonly recallAt10: number;
  readonly strictF1: number;
  readonly lenientF1: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of ignored asks for which nothing is claimed. */
  readonly ignoredKept: number;
  /** Share of asks rightly told answered (something claimed) or ignored (nothing). */
  readonly answeredOrIgnored: number;
}

/**
 * Strict: the right paragraph with the right degree (a system without degrees is given the commonest, "adapted").
 * Lenient: the right paragraph.
 */
export function measure(asks: readonly LabelledAsk[], answers: readonly Answer[]): Measures {
  let precisionSum = 0;
  let answered = 0;
  let inTen = 0;
  let wanted = 0;
  let claimed = 0;
  let right = 0;
  let exact = 0;
  let ignored = 0;
  let kept = 0;
  let told = 0;
  for (const [at, ask] of asks.entries()) {
    const answer = answers[at] ?? { ranking: [], claims: [] };
    const gold = new Map(ask.answers.map((one) => [one.paragraph, one.degree]));
    claimed += answer.claims.length;
    wanted += gold.size;
    right += answer.claims.filter((claim) => gold.has(claim.paragraph)).length;
    exact += answer.claims.filter(
      (claim) => gold.get(claim.paragraph) === (claim.degree ?? 'adapted'),
    ).length;
    if (gold.size === 0) {
      ignored += 1;
      if (answer.claims.length === 0) kept += 1;
    } else {
      answered += 1;
      precisionSum += averagePrecision(answer.ranking, gold);
      if (answer.ranking.slice(0, 10).some((one) => gold.has(one.paragraph))) inTen += 1;
    }
    if (answer.claims.length > 0 === gold.size > 0) told += 1;
  }
  const f1 = (hits: number): number => (claimed + wanted === 0 ? 0 : (2 * hits) / (claimed + wanted));
  return {
    map: precisionSum / Math.max(1, answered),
    recallAt10: inTen / Math.max(1, answered),
    strictF1: f1(exact),
    lenientF1: f1(right),
    precision: claimed === 0 ? 1 : right / claimed,
    recall: wanted === 0 ? 1 : right / wanted,
    ignoredKept: ignored === 0 ? 1 : kept / ignored,
    answeredOrIgnored: told / Math.max(1, asks.length),
  };
}

function averagePrecision(ranking: Answer['ranking'], gold: ReadonlyMap<string, unknown>): number {
  let hits = 0;
  let sum = 0;
  for (const [at, one] of ranking.entries()) {
    if (!gold.has(one.paragraph)) continue;
    hits += 1;
    sum += hits / (at + 1);
  }
  return sum / gold.size;
}

/** Expected calibration error over ten bands: how far a score of 0.7 is from being right seven times in ten. */
export function calibrationError(pairs: readonly { score: number; right: boolean }[]): number {
  let error = 0;
  for (let band = 0; band < 10; band += 1) {
    const within = pairs.filter((pair) => Math.min(9, Math.floor(pair.score * 10)) === band);
    if (within.length === 0) continue;
    const mean = within.reduce((sum, pair) => sum + pair.score, 0) / within.length;
    const share = within.filter((pair) => pair.right).length / within.length;
    error += (within.length / pairs.length) * Math.abs(mean - share);
  }
  return error;
}
