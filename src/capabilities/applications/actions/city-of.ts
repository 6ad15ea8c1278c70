import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { guessTimeZone } from '../../../kernel/time-zone.ts';
import { factsOf } from '../../city-record/index.ts';
import { cityName, findCity } from '../../city-registry/index.ts';
import { zoneIn } from '../rules/known-facts.ts';

/** The city as a page about its application says it: its name, and the hour it lives by. */
export interface ApplyingCity {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

/** What the city said its zone is; else the likeliest one of the place. */
export async function applyingCity(
  reader: Reader,
  cityId: string,
  language: Language,
  now: Date,
): Promise<ApplyingCity> {
  const city = await findCity(reader, cityId);
  const zone = zoneIn(await factsOf(reader, cityId));
  return {
    id: cityId,
    name: city ? cityName(language, city) : cityId,
    timeZone: zone ?? (city ? guessTimeZone(city.country, city.longitude, now) : 'UTC'),
  };
}
