import { type Language, languages } from '../../../../kernel/language.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** Words two or more of the Latin languages share say little; these tell neighbours apart. */
const telling: Record<Exclude<Language, 'ar'>, readonly string[]> = {
  en: ['the', 'of', 'and', 'to', 'for', 'with', 'that', 'be', 'should', 'by'],
  fr: ['le', 'les', 'des', 'et', 'du', 'aux', 'une', 'dans', 'pour', 'que', 'est', 'au'],
  es: ['el', 'los', 'las', 'y', 'una', 'del', 'con', 'en', 'es', 'al', 'su'],
  pt: ['o', 'os', 'as', 'e', 'do', 'da', 'dos', 'das', 'ao', 'em', 'uma', 'nao', 'com', 'sao'],
};

export interface LanguageGuess {
  readonly language: Language;
  /** The share of words that speak for it, less the share that speaks for the runner-up; 0 when nothing does. */
  readonly lead: number;
  /** How much of the text speaks for it at all; below 0.1 it is probably a sixth language. */
  readonly share: number;
  readonly words: number;
}

/** Which of the five languages a text is in; looks at its first 400 words. */
export function languageOf(text: string): LanguageGuess {
  const words = wordsOf(text.slice(0, 6000)).slice(0, 400);
  const scores = languages.map((language) => ({
    language,
    score: voices(
      language,
      words.map((w) => w.folded),
    ),
  }));
  scores.sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  const lead = ((best?.score ?? 0) - (second?.score ?? 0)) / Math.max(1, words.length);
  return {
    language: best?.language ?? 'en',
    lead,
    share: (best?.score ?? 0) / Math.max(1, words.length),
    words: words.length,
  };
}

function voices(language: Language, words: readonly string[]): number {
  if (language === 'ar') return words.filter((word) => /[\u0600-\u06FF]/.test(word)).length;
  const stop = stopWords(language);
  const strong = new Set(telling[language]);
  return words.reduce((sum, word) => sum + (strong.has(word) ? 1 : stop.has(word) ? 0.35 : 0), 0);
}

/** Sure enough to contradict what was stated: a dozen words or more and a clear lead. */
export function contradicts(stated: Language, guess: LanguageGuess): boolean {
  return guess.language !== stated && guess.words >= 12 && guess.lead > 0.08;
}
