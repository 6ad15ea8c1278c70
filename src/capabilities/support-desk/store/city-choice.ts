import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type City, listCitiesByIds } from '../../city-registry/index.ts';

/** Cities called as was typed, the likeliest first. */
export async function searchCities(reader: Reader, typed: string, most: number): Promise<City[]> {
  const words = typed.trim().slice(0, 100);
  if (words === '') return [];
  const { rows } = await sql<{
    id: string;
  }>`select city_id as id from city_registry.search(lower(unaccent(${words})), null, ${most}) order by score desc`.execute(
    reader,
  );
  const order = rows.map(({ id }) => id);
  const cities = await listCitiesByIds(reader, order);
  return cities.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
