import type { Language } from '../../../../kernel/language.ts';

export interface Paragraph {
  readonly id: string;
  readonly text: string;
}

/** A text as it is traced: numbered paragraphs in one language. */
export interface TracedText {
  readonly id: string;
  readonly language: Language;
  readonly paragraphs: readonly Paragraph[];
}

export interface Ask {
  readonly id: string;
  readonly text: string;
  /** When left out, the language is recognized from the words. */
  readonly language?: Language;
}
