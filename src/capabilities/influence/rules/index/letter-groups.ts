import type { Word } from '../text/words.ts';

/** Groups of four letters inside words, with the word's edges marked: what related languages share. */
export function letterGroups(words: readonly Word[]): Map<string, number> {
  const groups = new Map<string, number>();
  for (const word of words) {
    for (const group of groupsOfWord(word.folded)) groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return groups;
}

export const dampened = (times: number): number => 1 + Math.log(times);

const groupsByWord = new Map<string, readonly string[]>();

/** The letter groups of one word, remembered. */
export function groupsOfWord(folded: string): readonly string[] {
  let groups = groupsByWord.get(folded);
  if (!groups) {
    const edged = `_${folded}_`;
    const last = Math.max(1, edged.length - 3);
    groups = Array.from({ length: last }, (_, at) => edged.slice(at, at + 4));
    if (groupsByWord.size > 200_000) groupsByWord.clear();
    groupsByWord.set(folded, groups);
  }
  return groups;
}
