import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { City } from '../../city-registry/index.ts';
import type { OfficeHeld } from '../../people/index.ts';
import type { FactKind } from '../rules/fact-kinds.ts';
import { knownMayor } from '../rules/known-mayor.ts';
import { cityLanguages } from '../rules/languages.ts';
import { guessTimeZone } from '../../../kernel/time-zone.ts';

/** What a form shows of a fact that nobody told yet: what is known elsewhere, or a guess that says it is one. */
export function firstAnswers(
  kind: FactKind,
  city: City,
  offices: readonly OfficeHeld[],
  now: Date,
): { readonly answers: Record<string, string>; readonly isGuess: boolean } | undefined {
  if (kind.key === 'time-zone')
    return { answers: { zone: guessTimeZone(city.country, city.longitude, now) }, isGuess: true };
  if (kind.key === 'official-languages' || kind.key === 'working-languages') {
    const languages = languagesOfCountry(city.country);
    return languages.length > 0 ? { answers: { languages: languages.join('\n') }, isGuess: true } : undefined;
  }
  const known = kind.key === 'mayor' ? knownMayor(offices, dayInUtc(now)) : undefined;
  if (!known) return undefined;
  const { name, office, from, to } = known;
  return { answers: { name, office, from: from ?? '', to: to ?? '' }, isGuess: false };
}

/** The likeliest language of a country, from locale data. */
export function languagesOfCountry(country: string): string[] {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return language && cityLanguages.includes(language) ? [language] : [];
}
