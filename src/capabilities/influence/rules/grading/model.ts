import type { WeighedAsk } from '../alignment/pairing.ts';
import type { Candidate } from '../tracing/candidates.ts';
import { evidenceNames, evidenceOf } from './evidence.ts';
import model from './model.json' with { type: 'json' };

interface Weights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** At or above `propose` a person is shown the pair as a proposal; between the two it is only worth a look. */
export const proposeFrom = 0.5;
export const lookFrom = 0.25;
/** An ask's second and later paragraphs need more: neighbours of the answer share its words. */
export const proposeAlsoFrom = 0.65;

const rows = (weights: Weights): Float64Array =>
  Float64Array.from(evidenceNames, (name) => weights.weights[name] ?? 0);
const sameLanguage = rows(model.sameLanguage);
const crossing = rows(model.crossing);
const whole = rows(model.whole);

export interface Grade {
  /** The chance that a reader would say the clause reflects the ask. */
  readonly chance: number;
  /** The chance that it then reflects the whole of it rather than a part. */
  readonly whole: number;
}

export function gradeOf(ask: WeighedAsk, candidate: Candidate): Grade {
  const evidence = evidenceOf(ask, candidate);
  return {
    chance: ask.crossing
      ? likelihood(evidence, crossing, model.crossing.bias)
      : likelihood(evidence, sameLanguage, model.sameLanguage.bias),
    whole: likelihood(evidence, whole, model.whole.bias),
  };
}

function likelihood(evidence: readonly number[], weights: Float64Array, bias: number): number {
  let sum = bias;
  for (const [at, value] of evidence.entries()) sum += value * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
