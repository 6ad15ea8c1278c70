import { CompiledQuery, type Selectable } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { CityRegistryCity } from '../../../platform/database/schema.generated.ts';
import type { City } from '../rules/city.ts';
import { fold } from '../rules/fold.ts';
import { cityOf } from './cities.ts';
import { itemJson } from './city-item.ts';

/** What somebody typed to find a city. */
export interface Wanted {
  readonly words: string;
  /** ISO 3166 alpha-2; all countries when not given. */
  readonly country?: string | null;
  readonly limit?: number;
}

/**
 * Cities called as was typed, in any spelling and script and with one typo forgiven, the likeliest first: one trip.
 * Written out, because it answers while people type: building the query would cost more than running it.
 */
async function found<Row>(reader: Reader, columns: string, wanted: Wanted, order: string): Promise<Row[]> {
  const folded = fold(wanted.words);
  if (folded === '') return [];
  const text = `select ${columns} from city_registry.search($1, $2, $3) s
    join city_registry.city c on c.id = s.city_id ${order}`;
  const query = CompiledQuery.raw(prepared(`search ${order === '' ? 'items' : 'cities'}`, text), [
    folded,
    wanted.country ?? null,
    wanted.limit ?? 10,
  ]);
  return (await reader.executeQuery<Row>(query)).rows;
}

const likeliestFirst = 'order by s.score desc, c.geonames_id';

/** For the API: a JSON array written by the database, handed on unread. */
export async function searchCityItems(reader: Reader, wanted: Wanted): Promise<string> {
  const columns = `json_agg(${itemJson} ${likeliestFirst})::text as items`;
  const [row] = await found<{ items: string | null }>(reader, columns, wanted, '');
  return row?.items ?? '[]';
}

export async function searchCities(reader: Reader, wanted: Wanted): Promise<City[]> {
  return (await found<Selectable<CityRegistryCity>>(reader, 'c.*', wanted, likeliestFirst)).map(cityOf);
}

/** A city that bears exactly the name asked for, in some language or at some time. */
export interface Namesake extends City {
  /** Its own or former name, or one in a language of the platform or of the country. */
  readonly isCommon: boolean;
}

/** All cities called exactly so, whatever the spelling of case and accents, the largest first. */
export async function listNamesakes(
  reader: Reader,
  name: string,
  country: string | null,
): Promise<Namesake[]> {
  let query = reader
    .selectFrom('city_registry.city as c')
    .innerJoin('city_registry.city_name as n', 'n.city_id', 'c.id')
    .selectAll('c')
    .select(({ fn }) => fn.min('n.standing').as('standing'))
    .where('n.folded', '=', fold(name))
    .groupBy('c.id')
    .orderBy('c.population', 'desc')
    .orderBy('c.geonames_id')
    .limit(100);
  if (country !== null) query = query.where('n.country', '=', country);
  return (await query.execute()).map((row) => ({ ...cityOf(row), isCommon: row.standing < 2 }));
}
