import type { Profile } from '../index/profile.ts';

/** The same words in the same order in both texts, grammar words included; word numbers. */
export interface WordRun {
  readonly ask: number;
  readonly clause: number;
  readonly length: number;
}

/**
 * Runs of `least` words or more said alike in both, the longest first, none overlapping another in either text.
 * Only same-language texts can have them.
 */
export function wordRuns(ask: Profile, clause: Profile, least: number): WordRun[] {
  if (ask.language !== clause.language) return [];
  const places = placesIn(clause);
  const runs: WordRun[] = [];
  for (const [at, word] of ask.words.entries()) {
    for (const place of places.get(word.folded) ?? []) {
      if (at > 0 && place > 0 && ask.words[at - 1]?.folded === clause.words[place - 1]?.folded) continue;
      let length = 1;
      while (
        at + length < ask.words.length &&
        place + length < clause.words.length &&
        ask.words[at + length]?.folded === clause.words[place + length]?.folded
      ) {
        length += 1;
      }
      if (length >= least) runs.push({ ask: at, clause: place, length });
    }
  }
  runs.sort((a, b) => b.length - a.length || a.ask - b.ask || a.clause - b.clause);
  const kept: WordRun[] = [];
  for (const run of runs) if (!kept.some((other) => touches(run, other))) kept.push(run);
  return kept;
}

function touches(a: WordRun, b: WordRun): boolean {
  const inAsk = a.ask < b.ask + b.length && b.ask < a.ask + a.length;
  const inClause = a.clause < b.clause + b.length && b.clause < a.clause + a.length;
  return inAsk || inClause;
}

const remembered = new WeakMap<Profile, Map<string, number[]>>();

function placesIn(clause: Profile): Map<string, number[]> {
  let places = remembered.get(clause);
  if (!places) {
    places = new Map();
    for (const [at, word] of clause.words.entries()) {
      const list = places.get(word.folded);
      if (list) list.push(at);
      else places.set(word.folded, [at]);
    }
    remembered.set(clause, places);
  }
  return places;
}
