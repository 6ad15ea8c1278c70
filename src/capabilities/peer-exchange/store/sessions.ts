import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Session {
  readonly id: string;
  readonly exchangeId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly agenda: string;
  readonly sequence: number;
  readonly stage: 'planned' | 'held' | 'cancelled';
  readonly notes: string | null;
  readonly cancelledWhy: string | null;
  readonly version: number;
}

const columns = [
  'id',
  'exchange_id as exchangeId',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'place',
  'agenda',
  'sequence',
  'stage',
  'notes',
  'cancelled_why as cancelledWhy',
  'version',
] as const;

export async function listSessions(reader: Reader, exchangeId: string): Promise<Session[]> {
  const rows = await reader
    .selectFrom('peer_exchange.session')
    .select(columns)
    .where('exchange_id', '=', exchangeId)
    .orderBy('starts_at')
    .execute();
  return rows as Session[];
}

export async function findSession(reader: Reader, id: string): Promise<Session | undefined> {
  const row = await reader
    .selectFrom('peer_exchange.session')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as Session | undefined;
}

export async function lockSession(tx: Tx, id: string): Promise<Session | undefined> {
  const row = await tx
    .selectFrom('peer_exchange.session')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as Session | undefined;
}

export type SessionPlan = Pick<Session, 'startsAt' | 'endsAt' | 'place' | 'agenda'>;

export async function insertSession(
  tx: Tx,
  id: string,
  exchangeId: string,
  plan: SessionPlan,
  by: string | null,
): Promise<void> {
  await tx
    .insertInto('peer_exchange.session')
    .values({
      id,
      exchange_id: exchangeId,
      starts_at: plan.startsAt,
      ends_at: plan.endsAt,
      place: plan.place,
      agenda: plan.agenda,
      planned_by: by,
    })
    .execute();
}

/** A new number for every change that calendars must hear of. */
export async function movePlan(tx: Tx, id: string, plan: SessionPlan): Promise<void> {
  await tx
    .updateTable('peer_exchange.session')
    .set({
      starts_at: plan.startsAt,
      ends_at: plan.endsAt,
      place: plan.place,
      agenda: plan.agenda,
      sequence: sql`sequence + 1`,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function markCancelled(tx: Tx, id: string, why: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.session')
    .set({ stage: 'cancelled', cancelled_why: why, sequence: sql`sequence + 1`, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function markHeld(tx: Tx, id: string, notes: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.session')
    .set({ stage: 'held', notes, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function insertAttendance(
  tx: Tx,
  session: { readonly id: string; readonly exchangeId: string },
  cityId: string,
  came: boolean,
): Promise<void> {
  await tx
    .insertInto('peer_exchange.attendance')
    .values({ session_id: session.id, exchange_id: session.exchangeId, city_id: cityId, came })
    .execute();
}

/** Held sessions with the cities that came. */
export async function listAttended(
  reader: Reader,
  exchangeId: string,
): Promise<{ readonly sessionId: string; readonly day: CalendarDate; readonly came: readonly string[] }[]> {
  const { rows } = await sql<{
    sessionId: string;
    day: CalendarDate;
    came: string[];
  }>`select s.id as "sessionId",
    (s.starts_at at time zone 'UTC')::date::text as day,
    coalesce(array_agg(a.city_id::text order by a.city_id) filter (where a.came), '{}') as came
    from peer_exchange.session s left join peer_exchange.attendance a on a.session_id = s.id
    where s.exchange_id = ${exchangeId} and s.stage = 'held' group by s.id order by s.starts_at`.execute(
    reader,
  );
  return rows;
}

export interface AgreedAction {
  readonly id: string;
  readonly sessionId: string;
  readonly cityId: string;
  readonly what: string;
  readonly dueOn: CalendarDate;
  readonly doneOn: CalendarDate | null;
}

const actionColumns = [
  'id',
  'session_id as sessionId',
  'city_id as cityId',
  'what',
  'due_on as dueOn',
  'done_on as doneOn',
] as const;

export async function listAgreedActions(reader: Reader, exchangeId: string): Promise<AgreedAction[]> {
  const rows = await reader
    .selectFrom('peer_exchange.agreed_action')
    .select(actionColumns)
    .where('exchange_id', '=', exchangeId)
    .orderBy('due_on')
    .execute();
  return rows as AgreedAction[];
}

export async function insertAgreedAction(
  tx: Tx,
  session: { readonly id: string; readonly exchangeId: string },
  action: Omit<AgreedAction, 'sessionId' | 'doneOn'>,
): Promise<void> {
  await tx
    .insertInto('peer_exchange.agreed_action')
    .values({
      id: action.id,
      session_id: session.id,
      exchange_id: session.exchangeId,
      city_id: action.cityId,
      what: action.what,
      due_on: action.dueOn,
    })
    .execute();
}

export async function markActionDone(
  tx: Tx,
  exchangeId: string,
  id: string,
  on: CalendarDate,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('peer_exchange.agreed_action')
    .set({ done_on: on })
    .where('id', '=', id)
    .where('exchange_id', '=', exchangeId)
    .where('done_on', 'is', null)
    .returning('city_id')
    .executeTakeFirst();
  return row?.city_id;
}
