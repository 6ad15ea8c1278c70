import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { factKinds } from '../rules/fact-kinds.ts';

export interface RecordSummary {
  readonly cityId: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly country: string;
  readonly globalSouth: boolean;
  readonly secondaryCity: boolean;
  readonly facts: number;
  /** Of an age at which they should be confirmed. */
  readonly old: number;
  readonly newest: Date;
  readonly askedAt: Date | null;
}

export interface Overview {
  readonly total: number;
  readonly globalSouth: number;
  readonly secondary: number;
  readonly cities: readonly RecordSummary[];
}

/** Kinds and the months after which each is old, as a table for SQL. */
const ages = sql`(values ${sql.join(
  factKinds.map(({ key, confirmAfterMonths }) => sql`(${key}::text, ${confirmAfterMonths}::int)`),
)}) as age (kind, months)`;

/** Old by its kind, or past the end that it was told with; as rules/freshness.ts says it. */
const isOld = (
  day: CalendarDate,
) => sql`((f.confirmed_at at time zone 'UTC')::date + make_interval(months => age.months) <= ${day}::date
  or (coalesce(f.value ->> 'to', f.value ->> 'until') <= ${day} and (f.confirmed_at at time zone 'UTC')::date
    < coalesce(f.value ->> 'to', f.value ->> 'until')::date))`;

/** The cities that told something, those with most to confirm first. */
export async function recordsOverview(
  reader: Reader,
  day: CalendarDate,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Overview> {
  const { rows } = await sql<Overview>`with told as materialized (
      select f.city_id, count(*)::int as facts, (count(*) filter (where ${isOld(day)}))::int as old, max(f.confirmed_at) as newest
      from city_record.fact f join ${ages} using (kind) where f.value is not null group by f.city_id)
    select count(*)::int as total, (count(*) filter (where c.global_south))::int as "globalSouth",
      (count(*) filter (where c.secondary_city))::int as secondary,
      (select coalesce(jsonb_agg(p), '[]') from (select t.city_id as "cityId", k.name, k.names, k.country, k.global_south as "globalSouth",
          k.secondary_city as "secondaryCity", t.facts, t.old, t.newest,
          (select max(a.asked_at) from city_record.asking a where a.city_id = t.city_id) as "askedAt"
        from told t join city_registry.city k on k.id = t.city_id
        order by t.old desc, t.newest, k.name limit ${limit} offset ${offset}) p) as cities
    from told t join city_registry.city c on c.id = t.city_id`.execute(reader);
  const row = rows[0];
  if (!row) return { total: 0, globalSouth: 0, secondary: 0, cities: [] };
  return {
    ...row,
    cities: row.cities.map((city) => ({
      ...city,
      newest: new Date(city.newest),
      askedAt: city.askedAt && new Date(city.askedAt),
    })),
  };
}

/** Of these cities, those with old facts that were not asked in this month nor in the four weeks before. */
export async function citiesToAsk(
  reader: Reader,
  cityIds: readonly string[],
  day: CalendarDate,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ cityId: string }>`select f.city_id as "cityId"
    from city_record.fact f join ${ages} using (kind)
    where f.city_id = any (${sql.val([...cityIds])}::uuid[]) and f.value is not null and ${isOld(day)} and not exists (select from city_record.asking a where a.city_id = f.city_id
      and (a.month = date_trunc('month', ${day}::date) or a.asked_at > ${day}::timestamptz - interval '28 days'))
    group by f.city_id order by min(f.confirmed_at), f.city_id limit ${limit}`.execute(reader);
  return rows.map(({ cityId }) => cityId);
}
