import { sql, type Selectable } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { TrainingEvent as EventTable } from '../../../platform/database/schema.generated.ts';
import type { CertifyCondition, EventPlan, EventStage, TrainingEvent } from '../rules/event.ts';
import type { SomeText } from '../rules/some-text.ts';

const columns = [
  'id',
  'title',
  'about',
  'course_id',
  'kind',
  'place',
  'starts_at',
  'ends_at',
  'time_zone',
  'languages',
  'source_language',
  'capacity',
  'places_taken',
  'waiting_list',
  'registration_closes_at',
  'certifies',
  'stage',
  'sequence',
  'version',
  'cancelled_why',
] as const;

function eventOf(row: Pick<Selectable<EventTable>, (typeof columns)[number]>): TrainingEvent {
  return {
    id: row.id,
    title: row.title as unknown as SomeText,
    about: row.about as unknown as SomeText,
    courseId: row.course_id,
    kind: row.kind as TrainingEvent['kind'],
    place: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    languages: row.languages as Language[],
    sourceLanguage: row.source_language as Language,
    capacity: row.capacity,
    placesTaken: row.places_taken,
    waitingList: row.waiting_list,
    registrationClosesAt: row.registration_closes_at,
    certifies: row.certifies as CertifyCondition,
    stage: row.stage as EventStage,
    sequence: row.sequence,
    version: row.version,
    cancelledWhy: row.cancelled_why,
  };
}

function rowOf(plan: EventPlan) {
  return {
    title: JSON.stringify(plan.title),
    about: JSON.stringify(plan.about),
    course_id: plan.courseId,
    kind: plan.kind,
    place: plan.place,
    starts_at: plan.startsAt,
    ends_at: plan.endsAt,
    time_zone: plan.timeZone,
    languages: [...plan.languages],
    capacity: plan.capacity,
    waiting_list: plan.waitingList,
    registration_closes_at: plan.registrationClosesAt,
    certifies: plan.certifies,
  };
}

export interface EventAccess {
  readonly joinAddress: string | null;
  readonly code: string;
}

export async function insertEvent(
  tx: Tx,
  id: string,
  plan: EventPlan,
  access: EventAccess,
  by: string | null,
): Promise<void> {
  await tx
    .insertInto('training.event')
    .values({ id, ...rowOf(plan), source_language: plan.sourceLanguage, created_by: by })
    .execute();
  await tx
    .insertInto('training.event_access')
    .values({ event_id: id, join_address: access.joinAddress, code: access.code })
    .execute();
}

/** @param moves the time or place changed, so that calendars must follow */
export async function changeEvent(
  tx: Tx,
  id: string,
  plan: EventPlan,
  joinAddress: string | null,
  moves: boolean,
): Promise<void> {
  await tx
    .updateTable('training.event')
    .set({
      ...rowOf(plan),
      version: sql`version + 1`,
      ...(moves ? { sequence: sql<number>`sequence + 1` } : {}),
    })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('training.event_access')
    .set({ join_address: joinAddress })
    .where('event_id', '=', id)
    .execute();
}

export async function markEvent(
  tx: Tx,
  id: string,
  stage: Exclude<EventStage, 'draft'>,
  why: string | null = null,
): Promise<void> {
  await tx
    .updateTable('training.event')
    .set({
      stage,
      cancelled_why: why,
      version: sql`version + 1`,
      ...(stage === 'open' ? { opened_at: sql`clock_timestamp()` } : {}),
      ...(stage === 'cancelled' ? { sequence: sql<number>`sequence + 1` } : {}),
    })
    .where('id', '=', id)
    .execute();
}

export async function findEvent(reader: Reader, id: string): Promise<TrainingEvent | undefined> {
  const row = await reader
    .selectFrom('training.event')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && eventOf(row);
}

/** The event, held until the transaction ends: nobody takes a place meanwhile. */
export async function lockEvent(tx: Tx, id: string): Promise<TrainingEvent | undefined> {
  const row = await tx
    .selectFrom('training.event')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && eventOf(row);
}

/** For trainers and the worker. */
export async function findAccess(reader: Reader, eventId: string): Promise<EventAccess | undefined> {
  return await reader
    .selectFrom('training.event_access')
    .select(['join_address as joinAddress', 'code'])
    .where('event_id', '=', eventId)
    .executeTakeFirst();
}

/** Open events that have not ended, the next first. */
export async function listUpcoming(reader: Reader, now: Date): Promise<TrainingEvent[]> {
  const rows = await reader
    .selectFrom('training.event')
    .select(columns)
    .where('stage', '=', 'open')
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .limit(50)
    .execute();
  return rows.map(eventOf);
}

/** All events for those who plan them, the latest first. */
export async function listEvents(reader: Reader): Promise<TrainingEvent[]> {
  const rows = await reader
    .selectFrom('training.event')
    .select(columns)
    .orderBy('starts_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(eventOf);
}
