import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { City } from '../../city-registry/index.ts';
import type { CountPoint } from '../rules/count-point.ts';
import type { Fact } from '../rules/fact.ts';
import { inOrder } from '../rules/order.ts';
import { countsColumn } from './series.ts';

export interface ToldPublicly {
  readonly facts: readonly Fact[];
  readonly counts: readonly CountPoint[];
}

/** What a city shows to everybody, as a column of the query that reads the city: one trip. */
export function toldPublicly(cityId: string): RawBuilder<unknown> {
  return sql`jsonb_build_object('facts', coalesce((select jsonb_agg(jsonb_build_object('cityId', f.city_id, 'kind', f.kind,
      'item', f.item, 'version', f.version, 'value', f.value, 'source', f.source, 'sourceAddress', f.source_address, 'asOf', f.as_of,
      'audience', f.audience, 'saidAs', f.said_as, 'onBehalf', f.on_behalf, 'saidAt', f.said_at, 'confirmedAt', f.confirmed_at)
      order by f.kind, f.item)
    from city_record.fact f where f.city_id = ${sql.ref(cityId)} and f.audience = 'public' and f.value is not null), '[]'),
    'counts', ${countsColumn(cityId, { own: false })})`;
}

/** The column as the database's JSON gave it, with its moments read. */
export function readToldPublicly(told: unknown): ToldPublicly {
  const { facts, counts } = told as ToldPublicly;
  return {
    counts,
    facts: inOrder(facts).map((fact) => ({
      ...fact,
      saidAt: new Date(fact.saidAt),
      confirmedAt: new Date(fact.confirmedAt),
    })),
  };
}

export type CityNamed = Pick<City, 'id' | 'geonamesId' | 'name' | 'names' | 'country'>;

/** A city with its public facts: one trip. */
export async function findToldPublicly(
  reader: Reader,
  cityId: string,
): Promise<(ToldPublicly & { readonly city: CityNamed }) | undefined> {
  const { rows } = await sql<
    CityNamed & { told: unknown }
  >`select c.id, c.geonames_id as "geonamesId", c.name, c.names, c.country,
      ${toldPublicly('c.id')} as told
    from city_registry.city c where c.id = ${cityId}`.execute(reader);
  const [row] = rows;
  if (!row) return undefined;
  const { told, ...city } = row;
  return { city, ...readToldPublicly(told) };
}
