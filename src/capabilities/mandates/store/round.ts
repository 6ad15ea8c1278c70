import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { CityRole } from '../rules/terms.ts';

export interface EndingMandate {
  readonly grantId: string;
  readonly personId: string;
  readonly name: string;
  readonly cityId: string;
  readonly role: CityRole;
  readonly until: CalendarDate;
  readonly isRenewalAsked: boolean;
}

/** Mandates that end within 60 days and hold today. */
export async function listEnding(reader: Reader, today: CalendarDate): Promise<EndingMandate[]> {
  const { rows } =
    await sql<EndingMandate>`select g.id as "grantId", g.person_id as "personId", p.name, g.city_id as "cityId", g.role, g.to_date as until,
      exists (select from mandates.request r where r.renews = g.id and r.stage in ('waiting', 'more-asked', 'verified')) as "isRenewalAsked"
    from people.role_grant g join people.person p on p.id = g.person_id
    where g.city_id is not null and g.ended_at is null and g.from_date <= ${today}::date
      and g.to_date between ${today}::date and ${today}::date + 60
      and not exists (select from people.role_grant n where n.person_id = g.person_id and n.city_id = g.city_id and n.role = g.role
        and n.ended_at is null and n.from_date > g.from_date)
    order by g.to_date, g.id`.execute(reader);
  return rows;
}

/** False when it was sent before. */
export async function insertReminder(tx: Tx, grantId: string, daysBefore: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mandates.reminder')
    .values({ grant_id: grantId, days_before: daysBefore })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface OverMandate {
  readonly grantId: string;
  readonly personId: string;
  readonly cityId: string;
  readonly role: CityRole;
  readonly endedOn: CalendarDate;
}

/** City roles that are over, by their date or ended in any way, and were not yet told of. */
export async function listUnnotedEnds(reader: Reader, today: CalendarDate): Promise<OverMandate[]> {
  const { rows } =
    await sql<OverMandate>`select g.id as "grantId", g.person_id as "personId", g.city_id as "cityId", g.role,
      coalesce((g.ended_at at time zone 'UTC')::date, g.to_date) as "endedOn"
    from people.role_grant g
    where g.city_id is not null and (g.ended_at is not null or g.to_date < ${today}::date)
      and not exists (select from mandates.noted_end n where n.grant_id = g.id)
    order by g.id limit 500`.execute(reader);
  return rows;
}

export async function insertNotedEnd(tx: Tx, grantId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mandates.noted_end')
    .values({ grant_id: grantId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether the person may still act for the city in any role. */
export async function stillHolds(
  reader: Reader,
  personId: string,
  cityId: string,
  today: CalendarDate,
): Promise<boolean> {
  const row = await reader
    .selectFrom('people.role_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('city_id', '=', cityId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`coalesce(to_date, 'infinity') >= ${today}::date`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Requests whose link was not followed in time: nobody has seen them, and nobody will. */
export async function lapseUnproven(tx: Tx): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('mandates.request')
    .set({ stage: 'lapsed' })
    .where('stage', '=', 'unproven')
    .where('asked_at', '<', sql<Date>`clock_timestamp() - interval '7 days'`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
