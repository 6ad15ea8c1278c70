import { type Language, languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

/** A text that its authors have written in some languages; always in the source language of the course or event. */
export type SomeText = Readonly<Partial<Record<Language, string>>>;

/** What a reader is shown, and in which language it really is. */
export interface SaidText {
  readonly text: string;
  readonly language: Language;
}

/** The text in the reader's language, else in the source language. */
export function saidIn(text: SomeText, wanted: Language, source: Language): SaidText {
  const own = text[wanted];
  return own ? { text: own, language: wanted } : { text: text[source] ?? '', language: source };
}

/** For those who want a text in each language: the source stands in where nothing was written. */
export function inAll(text: SomeText, source: Language): LocalText {
  return Object.fromEntries(languages.map((one) => [one, saidIn(text, one, source).text])) as Record<
    Language,
    string
  >;
}

/** The text with this language's words changed; empty words take the language away. */
export function withWords(text: SomeText, language: Language, words: string): SomeText {
  const { [language]: _, ...others } = text;
  return words === '' ? others : { ...others, [language]: words };
}
