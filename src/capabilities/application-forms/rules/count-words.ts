import type { Language } from '../../../kernel/language.ts';
import type { QuestionOf } from './questions.ts';

const segmenters = new Map<Language, Intl.Segmenter>();

/** Words by the rules of the language, not by blanks. */
export function countWords(text: string, language: Language): number {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  let words = 0;
  for (const part of segmenter.segment(text)) if (part.isWordLike) words += 1;
  return words;
}

/** The most words this question takes in the language; undefined without a limit. */
export function wordLimit(question: QuestionOf<'text'>, language: Language): number | undefined {
  return question.maxWordsIn?.[language] ?? question.maxWords;
}
