import { type Language, languages } from './language.ts';

/** A text that the platform shows in each of its languages. */
export type LocalText = Readonly<Record<Language, string>>;

/** A text of our own in all languages, each said by the same rule. */
export function inEachLanguage(say: (language: Language) => string): LocalText {
  const texts: Partial<Record<Language, string>> = {};
  for (const language of languages) texts[language] = say(language);
  return texts as LocalText;
}
