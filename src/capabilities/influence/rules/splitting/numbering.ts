/** A paragraph's own number, and what follows it. */
export interface Numbered {
  /** As it is cited: "140.12", "OP5 bis", "(b)". */
  readonly number: string;
  /** Outermost 0; "(a)" 1; "(i)" under a letter 2. */
  readonly level: 0 | 1 | 2;
  readonly rest: string;
}

const latin = '(?:bis|ter|quater|quinquies|sexies|alt)';
const digits = '[0-9٠-٩]{1,3}';
/** 12. · 140.12 · 5 bis. · 5bis · [7] · ١٢- · OP 5 bis · PP3 · Article 4 · Art. 4 · المادة 4 */
const outer = [
  new RegExp(`^(?:\\[?)((?:OP|PP|PO|PB)\\s?${digits}(?:\\s?${latin})?)(?:\\]?)[.:)]?\\s+(?=\\S)`, 'iu'),
  new RegExp(
    `^((?:Article|Art\\.|Artículo|Artigo|المادة)\\s+${digits}(?:\\s${latin})?)\\s*[.:–—-]?\\s+(?=\\S)`,
    'iu',
  ),
  new RegExp(`^\\[?(${digits}(?:\\.${digits})+)\\.?\\]?\\s+(?=\\S)`, 'u'),
  new RegExp(`^\\[?(${digits}(?:\\s?\\.?\\s?${latin})?)\\]?\\s?[.)\\-–]\\s*(?=[^\\s\\d])`, 'iu'),
];
const letter = /^\(?([a-z]|[أ-ي])\)\s*(?=\S)/iu;
const roman = /^\(?([ivx]{1,5})\)\s*(?=\S)/iu;

/** The number a paragraph opens with. `inLetters` tells that the paragraph before was an (h): then "(i)" is a letter. */
export function numberOf(text: string, inLetters: string | undefined): Numbered | undefined {
  for (const shape of outer) {
    const found = shape.exec(text);
    if (found?.[1]) return { number: tidy(found[1]), level: 0, rest: text.slice(found[0].length) };
  }
  const asLetter = letter.exec(text);
  const asRoman = roman.exec(text);
  if (asRoman?.[1] && !(asLetter && follows(inLetters, asRoman[1].toLowerCase()))) {
    return {
      number: `(${asRoman[1].toLowerCase()})`,
      level: inLetters ? 2 : 1,
      rest: text.slice(asRoman[0].length),
    };
  }
  if (asLetter?.[1])
    return { number: `(${asLetter[1].toLowerCase()})`, level: 1, rest: text.slice(asLetter[0].length) };
  return undefined;
}

function follows(before: string | undefined, now: string): boolean {
  return before !== undefined && now.length === 1 && before.charCodeAt(0) + 1 === now.charCodeAt(0);
}

function tidy(number: string): string {
  return number
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/^(OP|PP|PO|PB)\s?/iu, (kind) => `${kind.trim().toUpperCase()} `)
    .replace(/(\d)\s?\.?\s?([a-z]+)$/iu, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
}
