import { CompiledQuery } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import { type CityItem, itemColumns } from './city-item.ts';

/** By which lists of the API may be sorted; a minus sorts downwards. */
export const citySorts = ['-population', 'population', 'name', '-name'] as const;
export type CitySort = (typeof citySorts)[number];

/** The place after which a list goes on: what the last city was sorted by, and its number. */
export interface After {
  readonly value: string | number;
  readonly geonamesId: number;
}

const orders: Record<CitySort, { by: string; beyond: string; order: string }> = {
  '-population': {
    by: 'population',
    beyond: '(c.population, -c.geonames_id) < ($2::int, -$3::int) and c.population <= $2::int',
    order: 'c.population desc, c.geonames_id',
  },
  population: {
    by: 'population',
    beyond: '(c.population, -c.geonames_id) > ($2::int, -$3::int) and c.population >= $2::int',
    order: 'c.population, c.geonames_id desc',
  },
  name: {
    by: 'folded',
    beyond: '(c.folded, c.geonames_id) > ($2, $3::int)',
    order: 'c.folded, c.geonames_id',
  },
  '-name': {
    by: 'folded',
    beyond: '(c.folded, c.geonames_id) < ($2, $3::int)',
    order: 'c.folded desc, c.geonames_id desc',
  },
};

interface Wanted {
  readonly country: string | null;
  readonly sort: CitySort;
  readonly limit: number;
  readonly after: After | null;
}

/** Planned once a connection; any other number is planned each time, so that nobody can fill the memory with plans. */
const usualLimits = [10, 20, 25, 50, 100];

/** One page of all cities or of a country's: one trip. `after` leads on when there is more. */
export async function listCityItems(
  reader: Reader,
  wanted: Wanted,
): Promise<{ items: CityItem[]; after: After | null }> {
  const { country, sort, limit, after } = wanted;
  const { by, beyond, order } = orders[sort];
  const where = [country === null ? '$1::text is null' : 'c.country = $1', after && beyond].filter(Boolean);
  const key = by === 'folded' ? ', c.folded' : '';
  const text = `select ${itemColumns}${key} from city_registry.city c where ${where.join(' and ')} order by ${order} limit ${limit + 1}`;
  const name = `cities ${sort} ${country === null ? 'all' : 'of-country'} ${after ? 'after' : 'first'} ${limit}`;
  const query = CompiledQuery.raw(
    usualLimits.includes(limit) ? prepared(name, text) : text,
    after ? [country, after.value, after.geonamesId] : [country],
  );
  type Row = CityItem & { folded?: string };
  const { rows } = await reader.executeQuery<Row>(query);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const page = rows.slice(0, limit);
  const items = by === 'folded' ? page.map(itemOf) : page;
  return {
    items,
    after: last ? { value: last.folded ?? last.population, geonamesId: last.geonamesId } : null,
  };
}

function itemOf(row: CityItem): CityItem {
  const { id, geonamesId, name, country, population, latitude, longitude } = row;
  return { id, geonamesId, name, country, population, latitude, longitude };
}
