/** Words as a text writes them, to tell a broken word from two words. */
export function vocabularyOf(texts: Iterable<string>): Set<string> {
  const known = new Set<string>();
  for (const text of texts) {
    for (const found of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
      if (found[0].length > 2) known.add(found[0]);
    }
  }
  return known;
}

/** First halves of compounds that United Nations English hyphenates. */
const usuallyHyphened = new Set(
  'well non child gender age self long short low high whole evidence rights community people human follow decision policy middle early full one so cross multi post pre climate city peer inter-agency'.split(
    ' ',
  ),
);

const usuallyAfterHyphen = new Set(
  'based sensitive responsive driven led related oriented specific wide term building making being up centred centered keeping sharing effective government society born'.split(
    ' ',
  ),
);

/** Joins two lines: hyphenated words whole again, words broken without a hyphen too if the text knows the whole. */
export function joinLines(before: string, after: string, known: ReadonlySet<string>): string {
  const left = before.trimEnd();
  const right = after.trimStart();
  if (left === '' || right === '') return left + right;
  const tail = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)([-\u00AD\u2010]?)$/u.exec(left);
  const head = /^[\p{L}\p{M}]+/u.exec(right)?.[0];
  if (!tail || !head) return `${left} ${right}`;
  const start = tail[1] ?? '';
  const whole = (start + head).toLowerCase();
  if (tail[2] === '\u00AD') return left.slice(0, -1) + right;
  if (tail[2]) {
    const hyphenated = `${start}-${head}`.toLowerCase();
    const keeps =
      usuallyAfterHyphen.has(head.toLowerCase()) ||
      usuallyHyphened.has(start.toLowerCase()) ||
      (known.has(hyphenated) && !known.has(whole)) ||
      /^\p{Lu}/u.test(head);
    return keeps ? left + right : left.slice(0, -1) + right;
  }
  const broken =
    known.has(whole) && whole.length > 5 && !known.has(start.toLowerCase()) && /^\p{Ll}/u.test(head);
  return broken ? left + right : `${left} ${right}`;
}

/** Ligatures, Arabic letters in the shape a page shows, odd blanks and direction marks of files, made plain. */
export function mended(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFE]/g, (shape) => shape.normalize('NFKC'))
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g, ' ')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
