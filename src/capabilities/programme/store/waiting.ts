import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface WaitingInvitation {
  readonly id: string;
  readonly cityId: string;
  readonly title: LocalText;
  readonly invitedAt: Date;
  readonly closesOn: CalendarDate | null;
  readonly laterOn: CalendarDate | null;
}

/** Invitations that cities have not answered, or said they would answer from a day that has come. */
export async function listWaitingInvitations(
  reader: Reader,
  cityIds: readonly string[],
  today: CalendarDate,
  atMost: number,
): Promise<WaitingInvitation[]> {
  if (cityIds.length === 0) return [];
  const { rows } =
    await sql<WaitingInvitation>`select i.id, i.city_id as "cityId", a.title, i.invited_at as "invitedAt",
      a.closes_on as "closesOn", i.later_on as "laterOn"
    from programme.invitation i join programme.activity a on a.id = i.activity_id
    where i.city_id = any (${[...cityIds]}::uuid[]) and a.closed_at is null and (a.closes_on is null or a.closes_on >= ${today})
      and (i.answer is null or (i.answer = 'later' and i.later_on <= ${today}))
    order by a.closes_on nulls last, i.invited_at limit ${atMost}`.execute(reader);
  return rows;
}

/** To remind, once: not answered for so many days, or the day has come that the city named; never a city that asked for quiet. */
export async function listToRemind(
  reader: Reader,
  today: CalendarDate,
  invitedBefore: CalendarDate,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select i.id from programme.invitation i join programme.activity a on a.id = i.activity_id
    where i.reminded_at is null and a.closed_at is null and (a.closes_on is null or a.closes_on >= ${today})
      and ((i.answer is null and i.invited_at < ${invitedBefore}::date) or (i.answer = 'later' and i.later_on <= ${today}))
      and not exists (select 1 from programme.quiet q where q.city_id = i.city_id and q.lifted_at is null and q.until >= ${today})
    order by i.invited_at limit 500`.execute(reader);
  return rows.map(({ id }) => id);
}

/** False when another round reminded it already. */
export async function markReminded(reader: Reader, id: string): Promise<boolean> {
  const { numUpdatedRows } = await reader
    .updateTable('programme.invitation')
    .set({ reminded_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
