import type { Compared } from '../alignment/features.ts';
import { letterForLetter, type MatchedSpan } from '../alignment/spans.ts';
import type { WeighedAsk } from '../alignment/pairing.ts';
import type { Profile } from '../index/profile.ts';
import type { Grade } from './model.ts';

/** T4, T3 and T2 of the text grades; T1 (theme only) and T0 are never proposed. */
export type Degree = 'verbatim' | 'adapted' | 'partly';

/** A quotation this long, or this much of the ask's matter, is needed before anything is called verbatim. */
const leastQuotedWords = 5;
const leastQuotedShare = 0.8;

/** A claim rests on three matters found, or on all of a shorter ask: two words in common are a theme, not an answer. */
const leastMatters = 3;
/** Below this weight (of 1) a matter stands in nearly every paragraph. */
const countsFrom = 0.2;

/** And on this share of the ask's matter, in one stretch of the clause. */
const leastShare = 0.45;

export function restsOnEnough(ask: WeighedAsk, { best, features }: Compared): boolean {
  if (features.window < leastShare) return false;
  const wanted = new Set<number>();
  const found = new Set<number>();
  for (const [row, term] of ask.profile.terms.entries()) {
    if ((ask.weights[row] ?? 0) < countsFrom) continue;
    wanted.add(term.stem);
    if ((best[row] ?? 0) >= 0.5) found.add(term.stem);
  }
  return found.size >= leastMatters || (found.size > 0 && found.size === wanted.size);
}

export interface Graded {
  readonly degree: Degree;
  /** What stands letter for letter in both texts; only a verbatim grade has it. */
  readonly quote?: MatchedSpan;
}

export function degreeOf(ask: Profile, clause: Profile, compared: Compared, grade: Grade): Graded {
  const run = compared.runs[0];
  const quote = run && letterForLetter(ask, clause, run);
  if (quote && quoted(ask, quote)) return { degree: 'verbatim', quote };
  return { degree: grade.whole >= 0.5 ? 'adapted' : 'partly' };
}

function quoted(ask: Profile, quote: MatchedSpan): boolean {
  const inside = (start: number): boolean => start >= quote.ask.start && start < quote.ask.end;
  const words = ask.words.filter((word) => inside(word.start)).length;
  const matters = ask.terms.filter((term) => inside(ask.words[term.word]?.start ?? -1)).length;
  return words >= leastQuotedWords && matters >= leastQuotedShare * ask.terms.length;
}
