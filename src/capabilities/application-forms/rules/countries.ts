const named = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes that name groups, or nothing anybody lives in, and not a country or territory. */
const noCountry = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
]);

/** ISO 3166-1 alpha-2, as the language tables of the platform know it, in order of code. */
export const countryCodes: readonly string[] = everyPair().filter((code) => {
  const canonical = new Intl.Locale(`und-${code}`).region === code;
  return canonical && !noCountry.has(code) && named.of(code) !== undefined;
});

const known = new Set(countryCodes);

export function isCountry(code: string): boolean {
  return known.has(code);
}

function everyPair(): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.flatMap((first) => letters.map((second) => first + second));
}
