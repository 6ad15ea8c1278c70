import type { CityOption } from '../../../design/city-picker.tsx';
import type { Choice } from '../../../design/form/select-field.tsx';
import { isUuid } from '../../../kernel/id.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { timeZonesFor } from '../../../kernel/time-zone.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { countryName, languageName } from '../../../platform/languages/format.ts';
import { type City, cityName, findCity, searchCities } from '../../city-registry/index.ts';

/** What pages hand to their views. */
export interface Frame {
  readonly language: Language;
  readonly href: (path: string) => string;
}

export function frameOf(visit: Visit): Frame {
  return { language: visit.language, href: (path) => visit.href(path) };
}

/** An id from the path; what is no id is not there. */
export function idIn(visit: Visit, name = 'id'): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}

export function languageChoices(language: Language, of: readonly Language[] = languages): Choice[] {
  return of.map((value) => ({ value, label: languageName(language, value) }));
}

export function zoneChoices(): Choice[] {
  return timeZonesFor('ZZ').map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
}

/** "45 minutes", in the reader's words. */
export function duration(language: Language, minutes: number): string {
  return new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    style: 'unit',
    unit: minutes >= 120 ? 'hour' : 'minute',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(minutes >= 120 ? minutes / 60 : minutes);
}

function cityOption(language: Language, city: City): CityOption {
  return {
    id: city.id,
    name: cityName(language, city),
    localName: city.name,
    place: [city.admin1, countryName(language, city.country)].filter(Boolean).join(', '),
    population: city.population,
  };
}

export interface CityChoice {
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

/** What a city picker shows: the city chosen before, and what a search has found. */
export async function cityChoice(
  reader: Reader,
  language: Language,
  cityId: string,
  typed: string | undefined,
): Promise<CityChoice> {
  const city = isUuid(cityId) ? await findCity(reader, cityId) : undefined;
  const found = typed === undefined ? undefined : await searchCities(reader, { words: typed, limit: 8 });
  return {
    chosen: city && cityOption(language, city),
    found: found?.map((one) => cityOption(language, one)),
  };
}

/** A page opened by a secret address: kept by no cache, its address told to no other page. */
export function personal(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('x-robots-tag', 'noindex');
  return response;
}
