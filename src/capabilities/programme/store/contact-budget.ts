import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Use } from '../rules/budget.ts';

interface Days {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

export interface UseOfCity extends Use {
  readonly cityId: string;
  /** The city has a budget of its own. */
  readonly own: boolean;
}

/** How much is asked of each city in the month, how much may be, and until when it is quiet. */
export async function useOfCities(
  reader: Reader,
  cityIds: readonly string[],
  month: Days,
  today: CalendarDate,
): Promise<Map<string, UseOfCity>> {
  const { rows } = await sql<UseOfCity>`select w.id as "cityId",
      (select count(*)::int from programme.ask k where k.city_id = w.id and k.asked_on between ${month.first} and ${month.last}) as used,
      coalesce(b.per_month, (select per_month from programme.contact_budget where city_id is null), 0) as "perMonth", b.id is not null as own,
      (select q.until from programme.quiet q where q.city_id = w.id and q.lifted_at is null and q.until >= ${today}) as "quietUntil"
    from unnest(${[...cityIds]}::uuid[]) w (id) left join programme.contact_budget b on b.city_id = w.id`.execute(
    reader,
  );
  return new Map(rows.map((row) => [row.cityId, row]));
}

export interface BusyCity {
  readonly cityId: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly country: string;
  readonly globalSouth: boolean;
  readonly used: number;
  readonly perMonth: number;
  readonly quietUntil: CalendarDate | null;
  /** Who asked how often: `{"support-desk": 2}`. */
  readonly by: Readonly<Record<string, number>>;
}

/** The cities asked most in a month, and quiet ones. */
export async function listBusyCities(
  reader: Reader,
  month: Days,
  today: CalendarDate,
  atMost: number,
): Promise<BusyCity[]> {
  const { rows } = await sql<BusyCity>`
    with asked as (select city_id, sum(n)::int as used, jsonb_object_agg(asked_by, n order by asked_by) as by
      from (select city_id, asked_by, count(*)::int as n from programme.ask
        where asked_on between ${month.first} and ${month.last} group by city_id, asked_by) one group by city_id),
    resting as (select city_id, until from programme.quiet where lifted_at is null and until >= ${today})
    select c.id as "cityId", c.name, c.names, c.country, c.global_south as "globalSouth", coalesce(a.used, 0) as used,
      coalesce(b.per_month, (select per_month from programme.contact_budget where city_id is null), 0) as "perMonth",
      r.until as "quietUntil", coalesce(a.by, '{}') as by
    from asked a full join resting r using (city_id) join city_registry.city c on c.id = city_id
    left join programme.contact_budget b on b.city_id = c.id
    order by coalesce(a.used, 0) desc, c.name, c.geonames_id limit ${atMost}`.execute(reader);
  return rows;
}

/** How many asks went out on each day of a month that had any; and by whom. */
export async function asksByDay(
  reader: Reader,
  month: Days,
): Promise<{ day: CalendarDate; asks: number; cities: number }[]> {
  const { rows } = await sql<{
    day: CalendarDate;
    asks: number;
    cities: number;
  }>`select asked_on as day, count(*)::int as asks,
      count(distinct city_id)::int as cities from programme.ask where asked_on between ${month.first} and ${month.last}
    group by asked_on order by asked_on`.execute(reader);
  return rows;
}

export interface Budget {
  readonly perMonth: number;
  readonly why: string | null;
  readonly version: number;
}

/** The city's own budget, or with null the one of all others. */
export async function findBudget(reader: Reader, cityId: string | null): Promise<Budget | undefined> {
  return await reader
    .selectFrom('programme.contact_budget')
    .select(['per_month as perMonth', 'why', 'version'])
    .where('city_id', 'is not distinct from', cityId)
    .executeTakeFirst();
}

/** False when somebody else changed it since that version; version 0 means that there was none. */
export async function saveBudget(
  tx: Tx,
  said: {
    readonly id: string;
    readonly cityId: string | null;
    readonly perMonth: number;
    readonly why: string | null;
  },
  seen: number,
  by: string | null,
): Promise<boolean> {
  if (seen === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('programme.contact_budget')
      .values({ id: said.id, city_id: said.cityId, per_month: said.perMonth, why: said.why, set_by: by })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('programme.contact_budget')
    .set({
      per_month: said.perMonth,
      why: said.why,
      version: sql`version + 1`,
      set_by: by,
      set_at: sql<Date>`clock_timestamp()`,
    })
    .where('city_id', 'is not distinct from', said.cityId)
    .where('version', '=', seen)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
