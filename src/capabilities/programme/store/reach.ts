import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { bandNumber, type City, type PopulationBand } from '../../city-registry/index.ts';
import type { Openness } from '../rules/open-to.ts';
import type { ReachFacts } from '../rules/reach.ts';
import { type ReachWeights, topicsCounted } from '../rules/weights.ts';

/** What the database is told: the rule of each country, what cities said, and whom to leave out. */
export interface ReachAsked {
  readonly activityId: string;
  readonly open: Pick<Openness, 'bands' | 'onlyGlobalSouth' | 'onlySecondary'>;
  /** Countries to which it is open, with their points. */
  readonly countries: readonly {
    readonly country: string;
    readonly income: string | null;
    readonly incomePoints: number;
    readonly languageNotServed: boolean;
  }[];
  /** Topics of the activity; none means any topic. */
  readonly topics: readonly string[];
  /** Languages in which something was open lately. */
  readonly served: readonly string[];
  readonly weights: ReachWeights;
  readonly today: CalendarDate;
  readonly month: { readonly first: CalendarDate; readonly last: CalendarDate };
  /** An emergency knows no budget and no quiet. */
  readonly emergency: boolean;
  readonly only: { readonly needing: boolean; readonly newcomers: boolean; readonly country: string | null };
  readonly limit: number;
  readonly offset: number;
}

export interface ReachedCity extends ReachFacts, Pick<City, 'names' | 'latitude' | 'longitude'> {
  readonly cityId: string;
  readonly name: string;
  readonly country: string;
  readonly geonamesId: number;
  readonly population: number;
  readonly points: number;
  readonly used: number;
  readonly perMonth: number;
  readonly quietUntil: CalendarDate | null;
}

/** The cities an activity should reach and has not, in order. One pass over the gazetteer; only the page's own rows are read whole. */
export async function listToReach(reader: Reader, asked: ReachAsked): Promise<ReachedCity[]> {
  const { weights: w } = asked;
  const { rows } = await sql<ReachedCity>`
    with ${tables(asked)},
    placed as (
      select c.id, c.population, c.geonames_id, f.income, coalesce(s.needs, 0) as needs, e.city_id is null as newcomer,
        c.secondary_city, c.global_south, coalesce(s.not_served, f.not_served) as not_served,
        coalesce(a.n, 0) as used, coalesce(b.per_month, ordinary.per_month) as per_month, q.until,
        ${asked.emergency ? sql`false` : sql`(coalesce(a.n, 0) >= coalesce(b.per_month, ordinary.per_month) or q.until is not null)`} as is_full,
        f.points + case when e.city_id is null then ${w.neverEngaged}::int else 0 end
          + case when c.secondary_city then ${w.secondary}::int else 0 end
          + case when c.global_south then ${w.globalSouth}::int else 0 end
          + case when coalesce(s.not_served, f.not_served) then ${w.languageNotServed}::int else 0 end
          + case when coalesce(s.needs, 0) = 0 then 0 else ${w.need.first}::int + ${w.need.further}::int * (least(s.needs, ${topicsCounted}::int) - 1) end as points
      from city_registry.city c
      join fit f on f.country = c.country
      cross join ordinary
      left join engaged e on e.city_id = c.id
      left join said s on s.city_id = c.id
      left join asked a on a.city_id = c.id
      left join programme.contact_budget b on b.city_id = c.id
      left join resting q on q.city_id = c.id
      where ${sql.join(conditions(asked), sql` and `)}
      order by is_full, points desc, c.population desc, c.geonames_id
      limit ${asked.limit} offset ${asked.offset}
    )
    select p.id as "cityId", c.name, c.names, c.country, c.latitude, c.longitude, p.geonames_id as "geonamesId", p.population, p.points,
      p.income, p.needs, p.newcomer as "neverEngaged", p.secondary_city as secondary, p.global_south as "globalSouth",
      p.not_served as "languageNotServed", p.used, p.per_month as "perMonth", p.until as "quietUntil", p.is_full as "full"
    from placed p join city_registry.city c on c.id = p.id
    order by p.is_full, p.points desc, p.population desc, p.geonames_id`.execute(reader);
  return rows;
}

/**
 * Small tables beside the gazetteer: countries, what was said, who was asked. Needs and languages are read where the record
 * keeps them, under its own row-level security and as its door reads them (a test compares): the whole gazetteer is ranked in one query.
 */
function tables(asked: ReachAsked): RawBuilder<unknown> {
  const { countries } = asked;
  return sql`fit as (select * from unnest(${countries.map(({ country }) => country)}::text[], ${countries.map(({ income }) => income)}::text[],
      ${countries.map(({ incomePoints }) => incomePoints)}::int[], ${countries.map((one) => one.languageNotServed)}::bool[])
      as f (country, income, points, not_served)),
    said as (select city_id, n.needs, l.not_served from (${needs(asked)}) n full join (${tongues(asked)}) l using (city_id)),
    engaged as (select distinct city_id from city_registry.engagement where withdrawn_at is null),
    asked as (select city_id, count(*)::int as n from programme.ask
      where asked_on between ${asked.month.first} and ${asked.month.last} group by city_id),
    resting as (select city_id, until from programme.quiet where lifted_at is null and until >= ${asked.today}),
    ordinary as (select per_month from programme.contact_budget where city_id is null)`;
}

function conditions({ activityId, open, only }: ReachAsked): RawBuilder<unknown>[] {
  const list = [
    sql`not exists (select 1 from programme.invitation i where i.activity_id = ${activityId} and i.city_id = c.id)`,
  ];
  if (open.bands.length > 0)
    list.push(
      sql`c.population_band = any (${open.bands.map((band) => bandNumber(band as PopulationBand))}::smallint[])`,
    );
  if (open.onlyGlobalSouth) list.push(sql`c.global_south`);
  if (open.onlySecondary) list.push(sql`c.secondary_city`);
  if (only.needing) list.push(sql`s.needs > 0`);
  if (only.newcomers) list.push(sql`e.city_id is null`);
  if (only.country !== null) list.push(sql`c.country = ${only.country}`);
  return list;
}

function needs({ topics, today }: ReachAsked): RawBuilder<unknown> {
  const counted = topics.length === 0 ? sql`least(count(*), 1)::int` : sql`count(*)::int`;
  const wanted = topics.length === 0 ? sql`true` : sql`item = any (${[...topics]}::text[])`;
  return sql`select city_id, ${counted} as needs from city_record.fact where kind = 'need' and value is not null and audience <> 'city'
    and coalesce((value ->> 'until')::date, 'infinity') >= ${today} and ${wanted} group by city_id`;
}

function tongues({ served }: ReachAsked): RawBuilder<unknown> {
  return sql`select city_id, not (value -> 'languages' ?| ${[...served]}::text[]) as not_served from city_record.fact
    where kind = 'working-languages' and value is not null and audience <> 'city'`;
}
