const marks = /\p{M}+/gu;
/** Marks of direction, soft hyphens, zero-width spaces and the Arabic tatweel: they shape, they do not mean. */
const invisible = /[\u00AD\u061C\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** Apostrophes of all kinds, typed or left out at will: Sana'a, N’Djamena, Qalʻat, Mi`ilya. */
const apostrophes = /['’‘‛`´ʹʻʼʽʾʿˈ′ʺ]/g;

/** Letters that Unicode does not take apart, and what they are read as. */
const letters =
  'ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ŋ:n ı:i ə:a ɓ:b ɗ:d ɛ:e ɔ:o ƙ:k ŧ:t ĸ:k ɣ:g ɩ:i ʋ:v ƴ:y ǝ:e ĳ:ij ς:σ';
const plain = new Map(letters.split(' ').map((pair) => pair.split(':') as [string, string]));
const odd = new RegExp(`[${[...plain.keys()].join('')}]`, 'g');

/** Short forms that stand before a name; alone they may be the beginning of another word (St… Stuttgart). */
const short: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' };

/**
 * A name as it is compared: compatibility forms, case, accents, apostrophes and punctuation made one.
 * `St. John’s`, `saint johns` and `SAINT-JOHNS` fold alike; so do the spellings of an Arabic alef. Empty when nothing is left.
 */
export function fold(name: string): string {
  // Most names are plain letters, and the gazetteer folds a quarter of a million of them at the first start.
  if (/^[A-Za-z]+$/.test(name)) return name.toLowerCase();
  const bare = /^[ -~]*$/.test(name) ? name.toLowerCase().replace(/['`]/g, '') : foldLetters(name);
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.map((word, at) => (at < words.length - 1 && short[word]) || word).join(' ');
}

function foldLetters(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(apostrophes, '')
    .replace(marks, '')
    .toLowerCase()
    .replace(odd, (letter) => plain.get(letter) ?? letter);
  return foldScripts(bare);
}

function foldScripts(text: string): string {
  return /[\u0600-\u06FF]/.test(text)
    ? foldArabic(text)
    : text.replace(/(?<=\p{Script=Han}{2})[市县縣]$/u, '');
}

/** Alef, yaa, taa marbuta and kaaf as Arabic, Persian and Urdu keyboards write them. */
function foldArabic(text: string): string {
  return text
    .replace(/[\u0671\u0622\u0623\u0625]/g, '\u0627')
    .replace(/[\u0649\u06CC\u06D2]/g, '\u064A')
    .replace(/[\u0629\u06C0\u06C1\u06BE\u06D5]/g, '\u0647')
    .replaceAll('\u06A9', '\u0643');
}
