import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type City, listCitiesByIds } from '../../city-registry/index.ts';

/** The largest cities with a name that begins like this, in any of its spellings. */
export async function searchCities(reader: Reader, search: string, most: number): Promise<City[]> {
  const begins = `${search.trim().replaceAll(/[\\%_]/g, '')}%`;
  if (begins.length < 3) return [];
  const { rows } = await sql<{ city_id: string }>`select city_id from city_registry.city_name
    where folded like lower(unaccent(${begins})) group by city_id order by max(population) desc, city_id limit ${most}`.execute(
    reader,
  );
  const cities = await listCitiesByIds(
    reader,
    rows.map((row) => row.city_id),
  );
  return cities.toSorted((a, b) => b.population - a.population);
}
