import type { LocalText } from '../../../kernel/local-text.ts';

/** One text in five languages, in this order. */
export function said(en: string, fr: string, es: string, pt: string, ar: string): LocalText {
  return { en, fr, es, pt, ar };
}
