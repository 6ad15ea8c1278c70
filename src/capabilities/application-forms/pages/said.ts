import { type Language, languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

/** A text in the reader's language; one not translated yet is shown in the first language that has it. */
export function said(text: LocalText | undefined, language: Language): string {
  if (!text) return '';
  return text[language] || languages.map((one) => text[one]).find(Boolean) || '';
}
