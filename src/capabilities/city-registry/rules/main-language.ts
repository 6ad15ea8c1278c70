const known = new Map<string, string>();

/** The language most people of a country read, as Unicode's likely subtags have it: `ar` for EG, `am` for ET. */
export function mainLanguage(country: string): string {
  let language = known.get(country);
  if (language === undefined) {
    language = new Intl.Locale(`und-${country}`).maximize().language;
    known.set(country, language);
  }
  return language;
}
