import { sql } from 'kysely';
import { type CalendarDate, addDays } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface EmptySeat {
  readonly cityId: string;
  /** The last day on which anybody could or can act for the city. */
  readonly lastDay: CalendarDate;
  /** Somebody still may today, and nobody a month from now. */
  readonly isHeldToday: boolean;
}

/** Cities that had people and have nobody now, or will have nobody within 30 days; who left first, first. */
export async function listEmptySeats(
  reader: Reader,
  today: CalendarDate,
  most: number,
): Promise<EmptySeat[]> {
  const soon = addDays(today, 30);
  const { rows } = await sql<EmptySeat>`select g.city_id as "cityId",
      max(coalesce((g.ended_at at time zone 'UTC')::date, g.to_date)) as "lastDay",
      bool_or(g.ended_at is null and coalesce(g.to_date, 'infinity') >= ${today}::date) as "isHeldToday"
    from people.role_grant g where g.city_id is not null
    group by g.city_id
    having not bool_or(g.ended_at is null and coalesce(g.to_date, 'infinity') > ${soon}::date)
    order by 2, 1 limit ${most}`.execute(reader);
  return rows;
}

/** Cities of the person whose open matters they have not been shown yet. */
export async function listUnread(
  reader: Reader,
  personId: string,
  cityIds: readonly string[],
): Promise<string[]> {
  if (cityIds.length === 0) return [];
  const rows = await reader
    .selectFrom('mandates.hand_over_read')
    .select('city_id')
    .where('person_id', '=', personId)
    .execute();
  const read = new Set(rows.map((row) => row.city_id));
  return cityIds.filter((id) => !read.has(id));
}

export async function markRead(tx: Tx, personId: string, cityId: string): Promise<void> {
  await tx
    .insertInto('mandates.hand_over_read')
    .values({ person_id: personId, city_id: cityId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
