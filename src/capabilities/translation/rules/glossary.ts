import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

/** A term that the council always translates alike. */
export interface Term {
  readonly id: string;
  readonly words: LocalText;
  readonly note: string;
  readonly version: number;
}

interface TermUsed {
  readonly term: Term;
  /** Whether the translation uses the glossary's word. */
  readonly kept: boolean;
}

/** The glossary's terms that a source uses, and whether its translation keeps to them. */
export function termsUsed(
  terms: readonly Term[],
  source: { readonly language: Language; readonly text: string },
  target: { readonly language: Language; readonly text: string },
): TermUsed[] {
  return terms
    .filter(({ words }) => contains(source.text, words[source.language]))
    .map((term) => ({ term, kept: contains(target.text, term.words[target.language]) }));
}

/** All its words in a row, whatever case, ending, or article and preposition joined before them in Arabic. */
function contains(text: string, wanted: string): boolean {
  const within = wordsOf(text);
  const row = wordsOf(wanted);
  return (
    row.length > 0 &&
    within.some((_, at) => row.every((word, offset) => isForm(within[at + offset] ?? '', word)))
  );
}

function isForm(written: string, word: string): boolean {
  if (/\p{Script=Arabic}/u.test(word)) return written.includes(word);
  return written.startsWith(word.length > 4 ? word.slice(0, -1) : word);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
