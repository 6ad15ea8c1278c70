import { createHash } from 'node:crypto';
import { diffArrays } from 'diff';

/** A text's paragraphs: what stands between line breaks, without empty ones. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** SHA-256 of a paragraph in normal form C, 32 bytes: equal paragraphs are equal wherever they stand. */
export function hashOf(paragraph: string): Buffer {
  return createHash('sha256').update(paragraph.normalize('NFC')).digest();
}

/** What became of each paragraph of a new text: `from` is its place in the old one. */
export type Fate =
  | { readonly kind: 'kept'; readonly from: number }
  | { readonly kind: 'changed'; readonly from: number }
  | { readonly kind: 'new' };

/**
 * Lays a new text beside the old one. A paragraph that stands in both is kept, also when it moved; one that stands where
 * an old one is gone, or says much of it elsewhere, is that one changed. No old paragraph is used twice.
 */
export function alignParagraphs(before: readonly string[], after: readonly string[]): Fate[] {
  const fates: (Fate | undefined)[] = after.map(() => undefined);
  const unused = new Set(before.keys());
  const keep = (place: number, from: number) => {
    fates[place] = { kind: 'kept', from };
    unused.delete(from);
  };
  walk(before, after, keep);
  for (const [place, text] of after.entries()) {
    if (fates[place]) continue;
    const moved = [...unused].find((from) => before[from] === text);
    if (moved !== undefined) keep(place, moved);
  }
  walk(before, after, undefined, (place, from) => {
    if (fates[place] || !unused.has(from)) return;
    fates[place] = { kind: 'changed', from };
    unused.delete(from);
  });
  for (const [place, text] of after.entries()) {
    if (fates[place]) continue;
    const alike = mostAlike(text, [...unused], before);
    if (alike === undefined) continue;
    fates[place] = { kind: 'changed', from: alike };
    unused.delete(alike);
  }
  return fates.map((fate) => fate ?? { kind: 'new' });
}

/** The old paragraph that shares most words with the text: at least a third of both together. It moved and was changed. */
function mostAlike(text: string, among: readonly number[], before: readonly string[]): number | undefined {
  const words = wordsOf(text);
  let best: { from: number; share: number } | undefined;
  for (const from of among) {
    const other = wordsOf(before[from] ?? '');
    const shared = [...words].filter((word) => other.has(word)).length;
    const share = (2 * shared) / (words.size + other.size || 1);
    if (share >= 1 / 3 && share > (best?.share ?? 0)) best = { from, share };
  }
  return best?.from;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** Goes through both texts side by side, as their longest common run lays them. */
function walk(
  before: readonly string[],
  after: readonly string[],
  same?: (place: number, from: number) => void,
  replaced?: (place: number, from: number) => void,
): void {
  let from = 0;
  let place = 0;
  let gone: number[] = [];
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) {
      gone = part.value.map((_, index) => from + index);
      from += part.value.length;
      continue;
    }
    for (const index of part.value.keys()) {
      const replacedOne = gone[index];
      if (!part.added) same?.(place, from + index);
      else if (replacedOne !== undefined) replaced?.(place, replacedOne);
      place += 1;
    }
    if (!part.added) from += part.value.length;
    gone = [];
  }
}
