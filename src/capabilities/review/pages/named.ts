import { isUuid } from '../../../kernel/id.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { formatNumber } from '../../../platform/languages/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { cityName, listCitiesByIds } from '../../city-registry/index.ts';

/** An id in the path; anything else is not there. */
export function idIn(visit: Visit, name: string): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}

/** What cities are called in the reader's language, by id. */
export async function cityNames(
  visit: Visit,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const cities = await listCitiesByIds(reader, [...new Set(ids)]);
  return new Map(cities.map((city) => [city.id, cityName(visit.language, city)]));
}

/** Hundredths of a point as people read them: 7250 is 72.5. */
export function pointsText(language: Language, hundredths: number): string {
  return formatNumber(language, Math.round(hundredths / 10) / 10);
}
