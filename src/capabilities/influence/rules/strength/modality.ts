import type { Language } from '../../../../kernel/language.ts';
import { plainly } from '../text/words.ts';
import phrases from './phrases.json' with { type: 'json' };

/** From firmest to weakest; `plain` is an action in a list, whose modality stands in its heading. */
export const rungs = ['decide', 'call', 'encourage', 'note', 'plain'] as const;
export type Rung = (typeof rungs)[number];

export interface Strength {
  readonly rung: Rung;
  /** "as appropriate", "in accordance with national law": ways out, as they stand in the clause. */
  readonly hedges: readonly string[];
  /** The clause says no to something ("not", "never", "reject"). */
  readonly negated: boolean;
}

type Phrases = Readonly<
  Record<'decide' | 'call' | 'encourage' | 'note' | 'hedges' | 'no', readonly string[]>
>;

const folded = new Map<Language, Phrases>();

function phrasesOf(language: Language): Phrases {
  let known = folded.get(language);
  if (!known) {
    const written: Phrases = phrases[language];
    known = Object.fromEntries(
      Object.entries(written).map(([kind, list]) => [kind, list.map((phrase) => ` ${plainly(phrase)} `)]),
    ) as unknown as Phrases;
    folded.set(language, known);
  }
  return known;
}

/** How firmly a clause speaks. The phrase that stands first decides; of two at one place the firmer. */
export function strengthOf(text: string, language: Language): Strength {
  const known = phrasesOf(language);
  const plain = ` ${plainly(text)} `;
  let rung: Rung = 'plain';
  let first = Number.POSITIVE_INFINITY;
  for (const candidate of ['decide', 'call', 'encourage', 'note'] as const) {
    for (const phrase of known[candidate]) {
      const at = plain.indexOf(phrase);
      if (at >= 0 && at < first) [rung, first] = [candidate, at];
    }
  }
  const hedges = known.hedges.filter((phrase) => plain.includes(phrase)).map((phrase) => phrase.trim());
  return { rung, hedges, negated: negatedIn(text, language) };
}

/** Whether a stretch of text says no to something. */
export function negatedIn(text: string, language: Language): boolean {
  const plain = ` ${plainly(text)} `;
  return phrasesOf(language).no.some((phrase) => plain.includes(phrase));
}

export type Outcome = 'adopted' | 'weakened' | 'noted' | 'opposed';

/** What became of the ask's force: a hedge or an invitation weakens, a recognition only notes. */
export function outcomeOf(ask: Strength, clause: Strength): Outcome {
  if (clause.negated && !ask.negated) return 'opposed';
  if (clause.rung === 'note') return 'noted';
  if (clause.rung === 'encourage' || clause.hedges.length > 0)
    return ask.rung === 'encourage' ? 'adopted' : 'weakened';
  return 'adopted';
}
