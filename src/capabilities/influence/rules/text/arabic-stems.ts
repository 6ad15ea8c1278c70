const prefixes = ['وبال', 'وكال', 'فبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال'];
const suffixes = [
  'هما',
  'كما',
  'اتها',
  'اته',
  'اتهم',
  'ياتها',
  'تها',
  'تهم',
  'هم',
  'هن',
  'ها',
  'نا',
  'كم',
  'ات',
  'ون',
  'ين',
  'ان',
  'يه',
  'ته',
  'يا',
  'ه',
  'ي',
  'ت',
];
const byLength = suffixes.toSorted((a, b) => b.length - a.length);

/**
 * A light stemmer: the article with its conjunctions and prepositions, one ending, and the letter of "and" or
 * "for" before a long word. Broken plurals are left to the thesaurus.
 */
export function stemArabic(folded: string): string {
  let word = folded.replace(/ء/g, '');
  const prefix = prefixes.find((one) => word.startsWith(one) && word.length - one.length >= 3);
  if (prefix) word = word.slice(prefix.length);
  else if (/^[وفبلك]/.test(word) && word.length >= 6) word = word.slice(1);
  for (let turn = 0; turn < 2; turn += 1) {
    const suffix = byLength.find((one) => word.endsWith(one) && word.length - one.length >= 3);
    if (!suffix) break;
    word = word.slice(0, -suffix.length);
  }
  return word;
}
