import type { Language } from '../../../../kernel/language.ts';
import { foldWord } from './fold.ts';
import lists from './stopwords.json' with { type: 'json' };

const made = new Map<Language, ReadonlySet<string>>();

/** Words that carry grammar or the form of asking ("urge", "should"), not the matter asked for; folded. */
export function stopWords(language: Language): ReadonlySet<string> {
  let words = made.get(language);
  if (!words) {
    words = new Set(lists[language].split(' ').map(foldWord));
    made.set(language, words);
  }
  return words;
}
