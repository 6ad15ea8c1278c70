import type { WeighedAsk } from '../alignment/pairing.ts';
import type { Candidate } from '../tracing/candidates.ts';
import { evidenceNames, evidenceOf } from './evidence.ts';
import model from './model.json' with { type: 'json' };

interface Weights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * From the first on a pair is proposed; between the two it is only worth a look, and nothing is claimed. On texts
 * never seen the chance is told too low rather than too high: one false claim costs more than a miss.
 */
export const proposeFrom = 0.5;
export const lookFrom = 0.2;
/** An ask's second and later paragraphs need more: neighbours of the answer share its words. */
export const proposeAlsoFrom = 0.65;

const rows = (weights: Weights): Float64Array =>
  Float64Array.from(evidenceNames, (name) => weights.weights[name] ?? 0);
const sameLanguage = { ...model.sameLanguage, row: rows(model.sameLanguage) };
const crossing = { ...model.crossing, row: rows(model.crossing) };
const whole = { ...model.whole, row: rows(model.whole) };

export interface Grade {
  /** The chance that a reader would say the clause reflects the ask. */
  readonly chance: number;
  /** The chance that it then reflects the whole of it rather than a part. */
  readonly whole: number;
}

/**
 * Grades for all of an ask's candidates, in their order. Each is weighed by itself first; how far it leads the next
 * best then says how sure to be, because on a theme the whole text is about everything looks a little alike.
 */
export function gradesOf(ask: WeighedAsk, candidates: readonly Candidate[]): Grade[] {
  const heard = ask.crossing ? crossing : sameLanguage;
  const evidence = candidates.map((candidate) => evidenceOf(ask, candidate));
  const sums = evidence.map((row) => weighedSum(row, heard.row, heard.bias));
  const { bias, sum, lead } = heard.sureness;
  return evidence.map((row, at) => ({
    chance: chanceOf(bias + sum * (sums[at] ?? 0) + lead * leadOf(sums[at] ?? 0, sums)),
    whole: chanceOf(weighedSum(row, whole.row, whole.bias)),
  }));
}

/** How far a sum stands above the best of the other sums, between -5 and 5; alone it leads by 5. */
export function leadOf(mine: number, all: readonly number[]): number {
  const ordered = all.toSorted((a, b) => b - a);
  const next = ordered[0] === mine ? ordered[1] : ordered[0];
  return Math.max(-5, Math.min(5, mine - (next ?? Number.NEGATIVE_INFINITY)));
}

function weighedSum(evidence: readonly number[], weights: Float64Array, bias: number): number {
  let sum = bias;
  for (const [at, value] of evidence.entries()) sum += value * (weights[at] ?? 0);
  return sum;
}

const chanceOf = (sum: number): number => 1 / (1 + Math.exp(-sum));
