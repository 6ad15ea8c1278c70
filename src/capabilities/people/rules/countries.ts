const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes that Intl names and ISO 3166 does not count: unions, test codes, parts and former countries. */
const notCountries = new Set(
  'AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO RH SU TA TP UK UN VD WK XA XB YD YU ZR ZZ'.split(
    ' ',
  ),
);

/** ISO 3166 alpha-2 codes, as far as this runtime can name them. */
export const countries: readonly string[] = Array.from(letters)
  .flatMap((first) => Array.from(letters, (second) => first + second))
  .filter((code) => names.of(code) !== undefined && !notCountries.has(code));
