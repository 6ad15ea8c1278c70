import type { Profile } from '../index/profile.ts';
import type { TextIndex } from '../index/text-index.ts';
import { bestWindow, coverageOf, heaviestFound, neighboursKept, type Window } from './coverage.ts';
import { alignLocally, type LocalAlignment } from './local-alignment.ts';
import { bestPerRow, pair, type Pairing, type WeighedAsk } from './pairing.ts';
import { type WordRun, wordRuns } from './word-runs.ts';

/** What is measured of one ask beside one clause; every number rises with likeness unless said otherwise. */
export interface PairFeatures {
  /** Share of the ask's matter anywhere in the clause, and in its best stretch. */
  readonly covered: number;
  readonly window: number;
  /** The same counting only the very same words. */
  readonly sameWords: number;
  /** Score of the best in-order stretch as a share of the ask. */
  readonly inOrder: number;
  readonly heaviest: number;
  readonly neighbours: number;
  /** Longest run of terms and of words, as shares of the ask. */
  readonly run: number;
  readonly wordRun: number;
  /** Log of the weight matched: a short ask matches by chance, a long one does not. */
  readonly mass: number;
  /** Share of the clause's matter that the ask accounts for. */
  readonly clauseShare: number;
  /** The same within the best stretch only: long paragraphs say other things too. */
  readonly windowShare: number;
  readonly letters: number;
  /** Share of the ask's groups of four letters within the best stretch. */
  readonly lettersNear: number;
  /** Of the actors and groups the ask names, the share the clause names; 0.5 when it names none. */
  readonly actors: number;
  /** 1 all the ask's figures stand in the clause, -1 none, 0 it has none. */
  readonly figures: number;
  /** Share of the ask's matter found nowhere in the text (falls with likeness). */
  readonly absent: number;
}

export interface Compared {
  readonly features: PairFeatures;
  readonly pairing: Pairing;
  readonly alignment: LocalAlignment;
  readonly runs: readonly WordRun[];
  readonly best: Float64Array;
}

/** `paragraph` is the clause's number in the index, `letters` its letter score in the ranking. */
export function compare(
  ask: WeighedAsk,
  paragraph: number,
  clause: Profile,
  index: TextIndex,
  letters: number,
): Compared {
  const weights = index.weightsOf(paragraph);
  const pairing = pair(ask.profile, clause, index.lexicon);
  const best = bestPerRow(pairing);
  const window = bestWindow(ask, pairing);
  const inWindow = bestPerRow(pairing, window.from, window.to);
  const alignment = alignLocally(pairing, ask.weights);
  const runs = wordRuns(ask.profile, clause, 2);
  const length = Math.max(1, ask.profile.terms.length);
  const features: PairFeatures = {
    covered: coverageOf(ask, best),
    window: window.coverage,
    sameWords: coverageOf(
      ask,
      inWindow.map((likeness) => (likeness === 1 ? 1 : 0)),
    ),
    inOrder: alignment.score / ask.total,
    heaviest: heaviestFound(ask, inWindow, 4),
    neighbours: neighboursKept(ask, pairing, 3, 6),
    run: alignment.longestRun / length,
    wordRun: (runs[0]?.length ?? 0) / Math.max(1, ask.profile.words.length),
    mass: Math.log(1 + window.coverage * ask.total),
    clauseShare: shareOfClause(pairing, weights, 0, pairing.columns),
    windowShare: shareOfClause(pairing, weights, window.from, window.to),
    letters,
    lettersNear: index.lettersWithin(ask.letters, clause, ...wordsOfWindow(clause, window)),
    actors: actorsFound(ask, inWindow),
    figures: figuresFound(ask, best),
    absent: ask.absentShare,
  };
  return { features, pairing, alignment, runs, best };
}

function wordsOfWindow(clause: Profile, window: Window): [number, number] {
  const last = clause.terms[window.to - 1];
  return [clause.terms[window.from]?.word ?? 0, last ? last.word + 1 : 0];
}

function shareOfClause(pairing: Pairing, weights: Float64Array, from: number, to: number): number {
  let total = 0;
  let found = 0;
  for (let column = from; column < to; column += 1) {
    const weight = weights[column] as number;
    total += weight;
    let top = 0;
    for (let at = column; at < pairing.cells.length; at += pairing.columns) {
      const cell = pairing.cells[at] as number;
      if (cell > top) top = cell;
    }
    found += weight * top;
  }
  return total > 0 ? found / total : 0;
}

function actorsFound(ask: WeighedAsk, best: Float64Array): number {
  let named = 0;
  let found = 0;
  for (const [row, term] of ask.profile.terms.entries()) {
    if (!term.actor) continue;
    named += 1;
    if ((best[row] as number) >= 0.5) found += 1;
  }
  return named === 0 ? 0.5 : found / named;
}

function figuresFound(ask: WeighedAsk, best: Float64Array): number {
  let named = 0;
  let found = 0;
  for (const [row, term] of ask.profile.terms.entries()) {
    if (!term.figure) continue;
    named += 1;
    if (best[row] === 1) found += 1;
  }
  return named === 0 ? 0 : (2 * found) / named - 1;
}
