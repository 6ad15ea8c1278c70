import type { Language } from '../../../../kernel/language.ts';
import { stemmer } from '../text/stems.ts';
import { stopWords } from '../text/stop-words.ts';
import { type Word, wordsOf } from '../text/words.ts';
import { weightOfKind } from '../thesaurus/concept.ts';
import type { Thesaurus } from '../thesaurus/thesaurus.ts';
import type { Lexicon } from './lexicon.ts';

/** A word that carries matter. `weight` is what finding it again says (0 to 1), before rarity. */
export interface Term {
  readonly word: number;
  readonly stem: number;
  /** All concepts whose labels cover the word; those of the longest label come first. */
  readonly concepts: readonly number[];
  /** How many of `concepts` come from the longest label. */
  readonly longest: number;
  /** The concepts one step wider. */
  readonly wider: readonly number[];
  readonly weight: number;
  readonly actor: boolean;
  readonly figure: boolean;
}

export interface Profile {
  readonly language: Language;
  readonly text: string;
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
}

/** What a word outside the thesaurus weighs: often a name or a term of art, sometimes mere filler. */
const unknownWeight = 0.7;
const figureWeight = 0.6;

export function profileOf(text: string, language: Language, thesaurus: Thesaurus, lexicon: Lexicon): Profile {
  const words = wordsOf(text);
  const stop = stopWords(language);
  const stem = stemmer(language);
  const kept: number[] = [];
  const stems: string[] = [];
  for (const [at, word] of words.entries()) {
    if (stop.has(word.folded) || (word.folded.length === 1 && !/\d/.test(word.folded))) continue;
    kept.push(at);
    stems.push(stem(word.lower));
  }
  const covering = coverings(thesaurus, language, stems);
  const terms = kept.map((word, at): Term => {
    const here = covering[at] ?? { concepts: [], longest: 0 };
    const written = stems[at] ?? '';
    const top = here.concepts.slice(0, here.longest).map((concept) => thesaurus.concepts[concept]);
    const figure = /^\d/.test(written);
    return {
      word,
      stem: lexicon.idOf(language, written),
      concepts: here.concepts,
      longest: here.longest,
      wider: widerOf(thesaurus, here.concepts),
      weight: figure
        ? figureWeight
        : top.length === 0
          ? unknownWeight
          : Math.max(...top.map((concept) => weightOfKind[concept?.kind ?? 'common'])),
      actor: top.some((concept) => concept?.kind === 'actor' || concept?.kind === 'group'),
      figure,
    };
  });
  return { language, text, words, terms };
}

interface Covering {
  readonly concepts: number[];
  longest: number;
}

function coverings(
  thesaurus: Thesaurus,
  language: Language,
  stems: readonly string[],
): (Covering | undefined)[] {
  const covering: (Covering | undefined)[] = [];
  const longestFirst = thesaurus.mentions(language, stems).toSorted((a, b) => b.length - a.length);
  const lengths: number[] = [];
  for (const mention of longestFirst) {
    for (let at = mention.at; at < mention.at + mention.length; at += 1) {
      const here = (covering[at] ??= { concepts: [], longest: 0 });
      lengths[at] ??= mention.length;
      for (const concept of mention.concepts) {
        if (here.concepts.includes(concept)) continue;
        here.concepts.push(concept);
        if (lengths[at] === mention.length) here.longest = here.concepts.length;
      }
    }
  }
  return covering;
}

const numbersById = new WeakMap<Thesaurus, Map<string, number>>();

function widerOf(thesaurus: Thesaurus, concepts: readonly number[]): number[] {
  let numbers = numbersById.get(thesaurus);
  if (!numbers) {
    numbers = new Map(thesaurus.concepts.map((concept, number) => [concept.id, number]));
    numbersById.set(thesaurus, numbers);
  }
  const wider: number[] = [];
  for (const number of concepts) {
    const broader = thesaurus.concepts[number]?.broader;
    const found = broader === undefined ? undefined : numbers.get(broader);
    if (found !== undefined) wider.push(found);
  }
  return wider;
}
