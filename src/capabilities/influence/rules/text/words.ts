import { foldWord, withoutInvisible } from './fold.ts';

/**
 * A word where it stands: `start` and `end` are UTF-16 offsets into the text as given. `lower` keeps its accents,
 * which stemmers need; `folded` has none.
 */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly folded: string;
}

/** Letters, marks and digits; soft hyphens and direction marks may stand inside a word without ending it. */
const wordShape =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00AD\u0640\u061C\u200B-\u200F\u2060]*[\p{L}\p{M}\p{N}\u0640])?/gu;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(wordShape)) {
    const written = found[0];
    const lower = withoutInvisible(written).toLowerCase();
    words.push({ start: found.index, end: found.index + written.length, lower, folded: foldWord(lower) });
  }
  return words;
}

/** The words of a text, one blank between, as they are compared: two texts with the same say the same. */
export function plainly(text: string): string {
  return wordsOf(text)
    .map((word) => word.folded)
    .join(' ');
}
