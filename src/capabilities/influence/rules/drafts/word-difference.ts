import { type Word, wordsOf } from '../text/words.ts';

/** A piece of the joint text of two versions. */
export interface Change {
  readonly kind: 'same' | 'taken-out' | 'put-in';
  readonly text: string;
}

/** Beyond this many words on a side the middle is told as one replacement: nobody reads such a difference. */
const mostWords = 3000;

/** What was taken out and put in, word by word; case and accents count as changes only with other letters. */
export function wordDifference(from: string, to: string): Change[] {
  const before = wordsOf(from);
  const after = wordsOf(to);
  if (before.length > mostWords || after.length > mostWords) {
    return [
      { kind: 'taken-out', text: from },
      { kind: 'put-in', text: to },
    ];
  }
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        before[row]?.folded === after[column]?.folded
          ? (longest[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(longest[(row + 1) * width + column] ?? 0, longest[row * width + column + 1] ?? 0);
    }
  }
  const changes: Change[] = [];
  const tell = (kind: Change['kind'], word: Word | undefined, text: string): void => {
    if (!word) return;
    const written = text.slice(word.start, word.end);
    const last = changes.at(-1);
    if (last?.kind === kind) changes[changes.length - 1] = { kind, text: `${last.text} ${written}` };
    else changes.push({ kind, text: written });
  };
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row]?.folded === after[column]?.folded) {
      tell('same', after[column], to);
      row += 1;
      column += 1;
    } else if (
      column >= after.length ||
      (row < before.length &&
        (longest[(row + 1) * width + column] ?? 0) >= (longest[row * width + column + 1] ?? 0))
    ) {
      tell('taken-out', before[row], from);
      row += 1;
    } else {
      tell('put-in', after[column], to);
      column += 1;
    }
  }
  return changes;
}
