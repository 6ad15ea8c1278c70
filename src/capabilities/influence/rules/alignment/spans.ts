import type { Profile } from '../index/profile.ts';
import type { Compared } from './features.ts';
import type { WordRun } from './word-runs.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `same` words stand alike in both texts; `alike` ones mean the same by stem, concept or cognate. */
export interface MatchedSpan {
  readonly kind: 'same' | 'alike';
  readonly ask: Stretch;
  readonly paragraph: Stretch;
}

/** Runs of the same words first, then single matters found elsewhere; offsets are UTF-16, ends excluded. */
export function spansOf(ask: Profile, clause: Profile, compared: Compared): MatchedSpan[] {
  const spans: MatchedSpan[] = [];
  const told = new Set<number>();
  for (const run of compared.runs) {
    if (!carriesMatter(ask, run)) continue;
    spans.push({
      kind: 'same',
      ask: stretch(ask, run.ask, run.ask + run.length - 1),
      paragraph: stretch(clause, run.clause, run.clause + run.length - 1),
    });
    for (let at = 0; at < run.length; at += 1) told.add(run.ask + at);
  }
  const { pairing } = compared;
  for (const [row, term] of ask.terms.entries()) {
    if (told.has(term.word)) continue;
    let best = 0;
    let at = -1;
    for (let column = 0; column < pairing.columns; column += 1) {
      const likeness = pairing.cells[row * pairing.columns + column] as number;
      if (likeness > best) [best, at] = [likeness, column];
    }
    const other = clause.terms[at];
    if (best < 0.5 || !other) continue;
    const same =
      ask.language === clause.language && ask.words[term.word]?.folded === clause.words[other.word]?.folded;
    spans.push({
      kind: same ? 'same' : 'alike',
      ask: stretch(ask, term.word, term.word),
      paragraph: stretch(clause, other.word, other.word),
    });
  }
  return spans.toSorted((a, b) => a.ask.start - b.ask.start || a.paragraph.start - b.paragraph.start);
}

/** Two grammar words in a row are chance; a run must hold a matter. */
function carriesMatter(ask: Profile, run: WordRun): boolean {
  const within = ask.terms.filter((term) => term.word >= run.ask && term.word < run.ask + run.length);
  return within.length >= 2 || (within.length === 1 && run.length >= 3);
}

export function stretch(profile: Profile, first: number, last: number): Stretch {
  const start = profile.words[first]?.start ?? 0;
  const end = profile.words[last]?.end ?? start;
  return { start, end, text: profile.text.slice(start, end) };
}

/** The clause's words around what was aligned: a "not" elsewhere in a long paragraph denies something else. */
export function aroundAlignment(clause: Profile, compared: Compared): string {
  const columns = compared.alignment.pairs.map(([, column]) => column);
  const first = clause.terms[Math.min(...columns)]?.word ?? 0;
  const last = clause.terms[Math.max(...columns)]?.word ?? -1;
  return columns.length === 0 ? '' : stretch(clause, Math.max(0, first - 3), last).text;
}

/** The longest stretch that stands letter for letter in both texts: what a reader can look up. */
export function letterForLetter(ask: Profile, clause: Profile, run: WordRun): MatchedSpan | undefined {
  let best: { from: number; to: number } | undefined;
  for (let from = 0; from < run.length; ) {
    let to = from;
    while (to < run.length && alikeToTheLetter(ask, clause, run, from, to)) to += 1;
    if (to > from && (!best || to - from > best.to - best.from)) best = { from, to };
    from = Math.max(to, from + 1);
  }
  if (!best) return undefined;
  return {
    kind: 'same',
    ask: stretch(ask, run.ask + best.from, run.ask + best.to - 1),
    paragraph: stretch(clause, run.clause + best.from, run.clause + best.to - 1),
  };
}

function alikeToTheLetter(ask: Profile, clause: Profile, run: WordRun, from: number, at: number): boolean {
  const mine = stretch(ask, run.ask + Math.max(from, at - 1), run.ask + at).text;
  const theirs = stretch(clause, run.clause + Math.max(from, at - 1), run.clause + at).text;
  return mine === theirs;
}
