import { type Language, languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

/** A text of our own in all five languages, each said by the same rule. */
export function inEachLanguage(say: (language: Language) => string): LocalText {
  const texts: Partial<Record<Language, string>> = {};
  for (const language of languages) texts[language] = say(language);
  return texts as LocalText;
}
