import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { type CitedSource, sourcesCited, sourcesOfRecord } from '../../library/index.ts';
import { type OfficeHeld, officesHeldIn } from '../../people/index.ts';
import type { City, CityId } from '../rules/city.ts';
import type { Scheme } from '../rules/classification.ts';
import type { EngagementKind } from '../rules/engagement.ts';
import { cityOf, type StoredCity } from './cities.ts';

/** Everything a city's page tells; rows as the database's JSON gives them. */
export interface CityRecord {
  readonly city: City;
  readonly names: readonly { name: string; kind: 'own' | 'alternate' | 'former'; languages: string[] }[];
  /** What each list of the day says of the country. */
  readonly lists: readonly ListSaid[];
  /** By which definitions the flags were reckoned. */
  readonly definitions: readonly DefinitionUsed[];
  readonly engagements: readonly EngagementRow[];
  readonly mayors: readonly OfficeHeld[];
  readonly peers: readonly (PeerCity & { readonly km: number })[];
  readonly similar: readonly PeerCity[];
  readonly regions: readonly { readonly listedAs: string; readonly names: LocalText }[];
  /** What other capabilities tell of the city, in the order in which they were asked. */
  readonly sections: readonly unknown[];
}

/** What another capability tells of a city, as a column of the query that reads it. */
export type SectionColumn = (cityId: string) => RawBuilder<unknown>;

export interface ListSaid {
  readonly scheme: Scheme;
  readonly name: string;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  readonly values: Readonly<Record<string, string>>;
  readonly sources: readonly CitedSource[];
}

export interface DefinitionUsed {
  readonly key: 'global-south' | 'secondary-city';
  readonly title: LocalText;
  readonly version: number;
  readonly adopted: CalendarDate;
  readonly sources: readonly CitedSource[];
}

export interface EngagementRow {
  readonly id: string;
  readonly kind: EngagementKind;
  readonly from_date: CalendarDate | null;
  readonly from_precision: DatePrecision | null;
  readonly from_certainty: 'stated' | 'by' | null;
  readonly to_date: CalendarDate | null;
  readonly to_precision: DatePrecision | null;
  readonly to_certainty: 'stated' | 'not-after' | null;
  readonly last_listed: CalendarDate | null;
  readonly last_listed_precision: DatePrecision | null;
  readonly object: LocalText;
  readonly record_id: string | null;
  readonly edition_hash: string | null;
  readonly record_path: string | null;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly evidence: string | null;
  readonly visibility: 'public' | 'staff';
  readonly withdrawn_reason: string | null;
  readonly sources: readonly CitedSource[];
}

export type PeerCity = Pick<City, 'id' | 'name' | 'names' | 'country' | 'population'>;

type Stored = Omit<CityRecord, 'city'> & { readonly city: StoredCity };

/** A city with all that is known of it on the day, as far as the reader may see it: one trip. */
export async function findCityRecord(
  reader: Reader,
  id: CityId,
  day: CalendarDate,
  columns: readonly SectionColumn[] = [],
): Promise<CityRecord | undefined> {
  const { rows } = await sql<Stored>`
    select to_jsonb(c) as city, ${names} as names, ${lists(day)} as lists, ${definitions} as definitions,
      ${engagements} as engagements, ${officesHeldIn('c.id')} as mayors, ${peers} as peers, ${similar} as similar,
      (select jsonb_agg(jsonb_build_object('listedAs', r.listed_as, 'names', r.names)) from city_registry.region r) as regions,
      jsonb_build_array(${sql.join(columns.map((column) => column('c.id')))}) as sections
    from city_registry.city c where c.id = ${id}`.execute(reader);
  const row = rows[0];
  return row && { ...row, city: cityOf(row.city), regions: row.regions ?? [] };
}

const names = sql`(select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'languages', n.languages)
  order by n.standing, n.name), '[]') from city_registry.city_name n where n.city_id = c.id)`;

const lists = (
  day: CalendarDate,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('scheme', v.scheme, 'name', v.name,
    'validFrom', v.valid_from, 'validTo', v.valid_to, 'sources', ${sourcesCited('city-registry', 'vintage', 'v.id')},
    'values', coalesce((select jsonb_object_agg(k.facet, k.value) from city_registry.classification k
      where k.vintage_id = v.id and k.country = c.country), '{}')) order by v.scheme), '[]')
  from (select distinct on (scheme) * from city_registry.vintage
    where valid_from is null or valid_from <= ${day} order by scheme, valid_from desc nulls last) v)`;

const definitions = sql`(select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'title', d.title, 'version', d.revision,
    'adopted', d.adopted, 'sources', ${sourcesCited('city-registry', 'place-definition', 'd.id')}) order by d.key), '[]')
  from city_registry.reckoning r join city_registry.place_definition d on d.id = r.definition_id)`;

const engagements = sql`(select coalesce(jsonb_agg(to_jsonb(g) || jsonb_build_object('sources', case when g.record_id is null
    then ${sourcesCited('city-registry', 'engagement', 'g.id')} else ${sourcesOfRecord('g.record_capability', 'g.record_id')} end)
    order by coalesce(g.from_date, g.last_listed, g.to_date) desc nulls last, g.kind, g.id), '[]')
  from city_registry.engagement g where g.city_id = c.id)`;

/** Great-circle kilometres by the haversine formula, which is safe for points close together. */
const peers = sql`(select coalesce(jsonb_agg(p order by p.km), '[]') from (
  select o.id, o.name, o.names, o.country, o.population, round(12742 * asin(sqrt(least(1,
      sin(radians(o.latitude - c.latitude) / 2) ^ 2
      + cos(radians(c.latitude)) * cos(radians(o.latitude)) * sin(radians(o.longitude - c.longitude) / 2) ^ 2))))::int as km
  from city_registry.city o where o.id <> c.id and o.id in (select g.city_id from city_registry.engagement g
    where g.visibility = 'public' and g.withdrawn_at is null)
  order by km limit 6) p)`;

const similar = sql`(select coalesce(jsonb_agg(p order by p.population desc), '[]') from (
  (select o.id, o.name, o.names, o.country, o.population from city_registry.city o
    where o.country = c.country and o.population >= c.population and o.id <> c.id order by o.population limit 3)
  union
  (select o.id, o.name, o.names, o.country, o.population from city_registry.city o
    where o.country = c.country and o.population < c.population order by o.population desc limit 3)) p)`;
