import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { City } from '../rules/city.ts';
import type { BrowseSort, CityFilter } from '../rules/city-filter.ts';
import { fold } from '../rules/fold.ts';
import { bandNumber } from '../rules/population-band.ts';
import { cityOf, type StoredCity } from './cities.ts';

/** A city as lists of pages and files show it. */
export interface BrowsedCity extends City {
  /** Public records of its engagement. */
  readonly engagements: number;
  readonly income: string | null;
  /** As the UN's list writes it in English. */
  readonly region: string | null;
}

export interface Browsed {
  readonly cities: readonly BrowsedCity[];
  readonly total: number;
  readonly globalSouth: number;
  readonly secondaryCities: number;
  /** Cities that fit and have engaged with the council, the largest first; at most 150. */
  readonly engaged: readonly Pick<City, 'id' | 'name' | 'names' | 'latitude' | 'longitude'>[];
  readonly regions: readonly { readonly m49: string; readonly level: string; readonly names: LocalText }[];
}

interface Paging {
  readonly sort: BrowseSort | null;
  readonly limit: number;
  readonly offset: number;
}

/** As many as a search looks at: more would not be read. */
const searchDepth = 200;

const orders: Record<BrowseSort, RawBuilder<unknown>> = {
  '-population': sql`c.population desc, c.geonames_id`,
  population: sql`c.population, c.geonames_id desc`,
  name: sql`c.folded, c.geonames_id`,
  '-name': sql`c.folded desc, c.geonames_id desc`,
};

/** One page of the cities that fit, with the counts and the map of all that fit: one trip. */
export async function browseCities(
  reader: Reader,
  filter: CityFilter,
  day: CalendarDate,
  paging: Paging,
): Promise<Browsed> {
  const searched = filter.search !== null;
  const source = searched
    ? sql`city_registry.search(${fold(filter.search ?? '')}, null, ${searchDepth}) s join city_registry.city c on c.id = s.city_id`
    : sql`city_registry.city c`;
  const order = paging.sort
    ? orders[paging.sort]
    : searched
      ? sql`s.score desc, c.geonames_id`
      : orders['-population'];
  const fits = sql.join(conditions(filter), sql` and `);
  // Without a search or a kind of engagement the answer was counted when the cities were loaded.
  const counted =
    searched || filter.engagement !== null
      ? sql`(select c.*, 1 as cities from ${source} where ${fits})`
      : sql`(select * from city_registry.city_tally c where ${fits})`;
  const { rows } = await sql<Row>`
    with list as (${listsOf(day)}), engaged as (select city_id, count(*)::int as n from city_registry.engagement
      where visibility = 'public' and withdrawn_at is null group by city_id)
    select
      (select coalesce(jsonb_agg(to_jsonb(p) order by p.place), '[]') from (
        select c.*, row_number() over (order by ${order}) as place, coalesce(e.n, 0) as engagements, ${saidOf('world-bank-income', 'income-group')} as income,
          ${saidOf('un-m49', 'region')} as region
        from ${source} left join engaged e on e.city_id = c.id where ${fits}
        order by ${order} limit ${paging.limit} offset ${paging.offset}) p) as cities,
      (select jsonb_build_object('total', coalesce(sum(t.cities), 0), 'south', coalesce(sum(t.cities) filter (where t.global_south), 0),
        'secondary', coalesce(sum(t.cities) filter (where t.secondary_city), 0)) from ${counted} t) as counts,
      (select coalesce(jsonb_agg(m), '[]') from (select c.id, c.name, c.names, c.latitude, c.longitude
        from ${source} join engaged e on e.city_id = c.id where ${fits} order by c.population desc limit 150) m) as engaged,
      (select jsonb_agg(jsonb_build_object('m49', m49, 'level', level, 'names', names)) from city_registry.region) as regions`.execute(
    reader,
  );
  const row = rows[0] as Row;
  return {
    cities: row.cities.map((stored) => ({
      ...cityOf(stored),
      engagements: stored.engagements,
      income: stored.income,
      region: stored.region,
    })),
    total: row.counts.total,
    globalSouth: row.counts.south,
    secondaryCities: row.counts.secondary,
    engaged: row.engaged,
    regions: row.regions ?? [],
  };
}

interface Row {
  readonly cities: readonly (StoredCity & {
    engagements: number;
    income: string | null;
    region: string | null;
  })[];
  readonly counts: { readonly total: number; readonly south: number; readonly secondary: number };
  readonly engaged: Browsed['engaged'];
  readonly regions: Browsed['regions'] | null;
}

/** Conditions on `c`: a city, or the tally of cities of one sort. */
function conditions(filter: CityFilter): RawBuilder<unknown>[] {
  const list = [sql`true`];
  if (filter.country !== null) list.push(sql`c.country = ${filter.country}`);
  if (filter.region !== null) {
    list.push(sql`c.country in (select k.country from city_registry.classification k join city_registry.region r
      on r.m49 = ${filter.region} and k.facet = r.level and k.value = r.listed_as where k.vintage_id in (select id from list))`);
  }
  if (filter.income !== null) {
    list.push(sql`c.country in (select k.country from city_registry.classification k
      where k.facet = 'income-group' and k.value = ${filter.income} and k.vintage_id in (select id from list where scheme = 'world-bank-income'))`);
  }
  if (filter.band !== null) list.push(sql`c.population_band = ${bandNumber(filter.band)}`);
  if (filter.globalSouth) list.push(sql`c.global_south`);
  if (filter.secondaryCity) list.push(sql`c.secondary_city`);
  if (filter.engagement !== null) {
    const kind = filter.engagement === 'any' ? sql`true` : sql`g.kind = ${filter.engagement}`;
    list.push(sql`c.id in (select g.city_id from city_registry.engagement g
      where g.visibility = 'public' and g.withdrawn_at is null and ${kind})`);
  }
  return list;
}

/** Of each scheme the list that counts on the day. */
function listsOf(day: CalendarDate): RawBuilder<unknown> {
  return sql`select distinct on (scheme) id, scheme from city_registry.vintage
    where valid_from is null or valid_from <= ${day} order by scheme, valid_from desc nulls last`;
}

function saidOf(scheme: string, facet: string): RawBuilder<unknown> {
  return sql`(select k.value from city_registry.classification k where k.country = c.country and k.facet = ${facet}
    and k.vintage_id = (select id from list where scheme = ${scheme}))`;
}
