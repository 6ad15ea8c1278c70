import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { CityRole } from '../rules/terms.ts';

/** A mandate as it was given, with whoever holds or held it. */
export interface Mandate {
  readonly grantId: string;
  readonly personId: string;
  readonly name: string;
  readonly cityId: string;
  readonly role: CityRole;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  readonly endedWhy: string | null;
  readonly basis: string;
  /** Ended, or past its day; one that begins later is not over. */
  readonly isOver: boolean;
}

const columns = sql`g.id as "grantId", g.person_id as "personId", p.name, g.city_id as "cityId", g.role, g.from_date as "from",
  g.to_date as "to", (g.ended_at at time zone 'UTC')::date as "endedOn", g.ended_why as "endedWhy", g.basis`;

/** All mandates ever given for the city: those that hold first, then the latest. */
export async function listMandatesOf(
  reader: Reader,
  cityId: string,
  today: CalendarDate,
): Promise<Mandate[]> {
  const { rows } =
    await sql<Mandate>`select ${columns}, (g.ended_at is not null or coalesce(g.to_date, 'infinity') < ${today}::date) as "isOver"
    from people.role_grant g join people.person p on p.id = g.person_id
    where g.city_id = ${cityId} order by "isOver", coalesce((g.ended_at at time zone 'UTC')::date, g.to_date) desc nulls first, p.name limit 200`.execute(
      reader,
    );
  return rows;
}

export async function findMandate(
  reader: Reader,
  grantId: string,
  today: CalendarDate,
): Promise<Mandate | undefined> {
  const { rows } =
    await sql<Mandate>`select ${columns}, (g.ended_at is not null or coalesce(g.to_date, 'infinity') < ${today}::date) as "isOver"
    from people.role_grant g join people.person p on p.id = g.person_id where g.id = ${grantId} and g.city_id is not null`.execute(
      reader,
    );
  return rows[0];
}

export async function listMandatesOfPerson(
  reader: Reader,
  personId: string,
  today: CalendarDate,
): Promise<Mandate[]> {
  const { rows } =
    await sql<Mandate>`select ${columns}, (g.ended_at is not null or coalesce(g.to_date, 'infinity') < ${today}::date) as "isOver"
    from people.role_grant g join people.person p on p.id = g.person_id
    where g.person_id = ${personId} and g.city_id is not null order by "isOver", g.to_date, g.id limit 100`.execute(
      reader,
    );
  return rows;
}

export interface LeftReport {
  readonly id: string;
  readonly grantId: string;
  readonly cityId: string;
  readonly reportedBy: string;
  readonly reportedAt: Date;
  readonly why: string;
  readonly settledAt: Date | null;
}

/** False when it was reported already and nobody has looked yet. */
export async function insertLeftReport(
  tx: Tx,
  report: Pick<LeftReport, 'id' | 'grantId' | 'cityId' | 'reportedBy' | 'why'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mandates.left_report')
    .values({
      id: report.id,
      grant_id: report.grantId,
      city_id: report.cityId,
      reported_by: report.reportedBy,
      why: report.why,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Reports nobody has settled: of a city, or of one mandate. */
export async function listOpenReports(
  reader: Reader,
  of: { readonly cityId: string } | { readonly grantId: string },
): Promise<(LeftReport & { readonly reporter: string })[]> {
  const query = reader
    .selectFrom('mandates.left_report as l')
    .innerJoin('people.person as p', 'p.id', 'l.reported_by')
    .select([
      'l.id',
      'l.grant_id as grantId',
      'l.city_id as cityId',
      'l.reported_by as reportedBy',
      'l.reported_at as reportedAt',
      'l.why',
      'l.settled_at as settledAt',
      'p.name as reporter',
    ])
    .where('l.settled_at', 'is', null)
    .orderBy('l.reported_at');
  return 'cityId' in of
    ? await query.where('l.city_id', '=', of.cityId).execute()
    : await query.where('l.grant_id', '=', of.grantId).execute();
}

export async function settleReports(
  tx: Tx,
  grantId: string,
  settled: { readonly by: string; readonly outcome: 'ended' | 'kept'; readonly why: string },
): Promise<void> {
  await tx
    .updateTable('mandates.left_report')
    .set({
      settled_at: sql<Date>`clock_timestamp()`,
      settled_by: settled.by,
      outcome: settled.outcome,
      settled_why: settled.why,
    })
    .where('grant_id', '=', grantId)
    .where('settled_at', 'is', null)
    .execute();
}
