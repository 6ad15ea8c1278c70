const marks = /\p{M}+/gu;
/** Bidirectional marks, soft hyphens, zero-width spaces and tatweel: they show or shape, they do not mean. */
const invisible = /[\u00AD\u061C\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

export function withoutInvisible(word: string): string {
  return /^[a-zA-Z]+$/.test(word) ? word : word.normalize('NFC').replace(invisible, '');
}

/** One word as it is compared: compatibility forms, case, accents, Arabic letter variants and digits made one. */
export function foldWord(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word;
  let folded = word.normalize('NFKD').replace(invisible, '').replace(marks, '').toLowerCase();
  if (/[\u0600-\u06FF]/.test(folded)) folded = foldArabic(folded);
  return folded.replaceAll('ß', 'ss').replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ø', 'o');
}

/** Alef with hamza, alef maqsura, taa marbuta, hamza carriers and the two sets of Arabic digits. */
function foldArabic(word: string): string {
  return word
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replaceAll('\u0649', '\u064A')
    .replaceAll('\u0629', '\u0647')
    .replaceAll('\u0624', '\u0648')
    .replaceAll('\u0626', '\u064A')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
