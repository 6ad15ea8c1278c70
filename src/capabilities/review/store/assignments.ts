import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { AssignmentState, Recommendation, RoundState } from '../rules/round.ts';

export interface AssignmentRow {
  readonly id: string;
  readonly roundId: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly personName: string;
  readonly state: AssignmentState;
  readonly why: string | null;
  readonly recommendation: Recommendation | null;
  readonly points: number | null;
  readonly toCity: string;
  readonly toCouncil: string;
  readonly version: number;
  readonly settledAt: Date | null;
}

const columns = sql`a.id, a.round_id as "roundId", a.application_id as "applicationId", a.person_id as "personId", coalesce(p.name, '') as "personName",
  a.state, a.why, a.recommendation, a.points, a.to_city as "toCity", a.to_council as "toCouncil", a.version, a.settled_at as "settledAt"`;

async function assignments(reader: Reader, which: ReturnType<typeof sql>): Promise<AssignmentRow[]> {
  const { rows } =
    await sql<AssignmentRow>`select ${columns} from review.assignment a left join people.person p on p.id = a.person_id
    where ${which} order by p.name, a.id`.execute(reader);
  return rows;
}

export async function findAssignment(reader: Reader, id: string): Promise<AssignmentRow | undefined> {
  return (await assignments(reader, sql`a.id = ${id}::uuid`))[0];
}

/** As far as the reader may see: none of an application they are in conflict with. */
export async function assignmentsOf(reader: Reader, roundId: string): Promise<AssignmentRow[]> {
  return await assignments(reader, sql`a.round_id = ${roundId}::uuid and a.state <> 'taken-back'`);
}

export async function assignmentsOn(
  reader: Reader,
  roundId: string,
  applicationId: string,
): Promise<AssignmentRow[]> {
  return await assignments(
    reader,
    sql`a.round_id = ${roundId}::uuid and a.application_id = ${applicationId}::uuid and a.state <> 'taken-back'`,
  );
}

export interface MyReview {
  readonly id: string;
  readonly applicationId: string;
  readonly cityId: string;
  readonly windowId: string;
  readonly stage: string;
  readonly state: AssignmentState;
  readonly dueOn: CalendarDate;
  readonly roundState: RoundState;
  readonly hidesCity: boolean;
  readonly assignedAt: Date;
  readonly language: string;
}

/** What was given to a person, what waits first. */
export async function myReviews(reader: Reader, personId: string): Promise<MyReview[]> {
  const { rows } = await sql<MyReview>`
    select a.id, a.application_id as "applicationId", c.city_id as "cityId", o.window_id as "windowId", o.stage, a.state, o.due_on as "dueOn",
      o.state as "roundState", o.hides_city as "hidesCity", a.assigned_at as "assignedAt", c.language
    from review.assignment a join review.round o on o.id = a.round_id join applications.application c on c.id = a.application_id
    where a.person_id = ${personId}::uuid and a.state <> 'taken-back' order by a.state <> 'assigned', o.due_on, a.id limit 300`.execute(
    reader,
  );
  return rows;
}

export async function lockAssignment(tx: Tx, id: string): Promise<AssignmentRow | undefined> {
  await sql`select 1 from review.assignment where id = ${id}::uuid for update`.execute(tx);
  return await findAssignment(tx, id);
}

export async function insertAssignments(
  tx: Tx,
  some: readonly {
    id: string;
    roundId: string;
    applicationId: string;
    personId: string;
    assignedBy: string;
  }[],
): Promise<void> {
  if (some.length === 0) return;
  await tx
    .insertInto('review.assignment')
    .values(
      some.map((one) => ({
        id: one.id,
        round_id: one.roundId,
        application_id: one.applicationId,
        person_id: one.personId,
        assigned_by: one.assignedBy,
      })),
    )
    .execute();
}

interface Settled {
  readonly state: AssignmentState;
  readonly why?: string | null;
  readonly points?: number | null;
}

export async function settleAssignment(tx: Tx, id: string, settled: Settled): Promise<void> {
  await tx
    .updateTable('review.assignment')
    .set({
      state: settled.state,
      why: settled.why ?? null,
      version: sql`version + 1`,
      settled_at: sql<Date>`clock_timestamp()`,
      ...(settled.points === undefined ? {} : { points: settled.points }),
    })
    .where('id', '=', id)
    .execute();
}

export async function saveOpinion(
  tx: Tx,
  id: string,
  said: { recommendation: Recommendation | null; toCity: string; toCouncil: string },
): Promise<void> {
  await tx
    .updateTable('review.assignment')
    .set({
      recommendation: said.recommendation,
      to_city: said.toCity,
      to_council: said.toCouncil,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function savePoints(tx: Tx, id: string, points: number): Promise<void> {
  await tx
    .updateTable('review.assignment')
    .set({ points, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}
