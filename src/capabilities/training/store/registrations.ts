import { sql, type Selectable } from 'kysely';
import { isLanguage, type Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { TrainingRegistration } from '../../../platform/database/schema.generated.ts';
import type { RegistrationStage } from '../rules/event.ts';
import type { SomeText } from '../rules/some-text.ts';

export interface Registration {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly cityId: string | null;
  /** They hold a role for the city, or a trainer knows that they work for it. */
  readonly cityKnown: boolean;
  readonly language: Language;
  readonly timeZone: string;
  readonly accessNeeds: string | null;
  readonly stage: RegistrationStage;
  readonly askedAt: Date;
  readonly settledAt: Date | null;
  readonly attendedAt: Date | null;
  readonly feedbackAt: Date | null;
}

function registrationOf(row: Selectable<TrainingRegistration>): Registration {
  return {
    id: row.id,
    eventId: row.event_id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    cityId: row.city_id,
    cityKnown: row.city_known,
    language: isLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
    accessNeeds: row.access_needs,
    stage: row.stage as RegistrationStage,
    askedAt: row.asked_at,
    settledAt: row.settled_at,
    attendedAt: row.attended_at,
    feedbackAt: row.feedback_at,
  };
}

export async function findRegistration(reader: Reader, id: string): Promise<Registration | undefined> {
  const row = await reader
    .selectFrom('training.registration')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && registrationOf(row);
}

/** Who asked for a place in an event: those who have one first, then the queue in its order. */
export async function listRegistrations(
  reader: Reader,
  eventId: string,
  stages: readonly RegistrationStage[] = ['registered', 'waiting', 'asked', 'cancelled'],
): Promise<Registration[]> {
  const rows = await reader
    .selectFrom('training.registration')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('stage', 'in', [...stages])
    .orderBy(sql`array_position(array['registered', 'waiting', 'asked', 'cancelled'], stage)`)
    .orderBy(sql`queued_at nulls first`)
    .orderBy('name')
    .execute();
  return rows.map(registrationOf);
}

/** How many wait before this one. */
export async function placeInQueue(reader: Reader, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select training.place_in_queue(${id}) as n`.execute(reader);
  return rows[0]?.n ?? 0;
}

/** @param came who was there; the others were not, unless the code says so */
export async function markAttendance(
  tx: Tx,
  eventId: string,
  came: readonly string[],
  how: 'list' | 'file',
): Promise<void> {
  if (how === 'list')
    await tx
      .updateTable('training.registration')
      .set({ attended_at: null, attended_how: null })
      .where('event_id', '=', eventId)
      .where('attended_at', 'is not', null)
      .where('id', 'not in', came.length > 0 ? [...came] : ['00000000-0000-0000-0000-000000000000'])
      .execute();
  if (came.length === 0) return;
  await tx
    .updateTable('training.registration')
    .set({ attended_at: sql`clock_timestamp()`, attended_how: how })
    .where('event_id', '=', eventId)
    .where('id', 'in', [...came])
    .where('stage', '=', 'registered')
    .where('attended_at', 'is', null)
    .execute();
}

/** Trainers say of whom they know that they work for the city they named. */
export async function markCityKnown(tx: Tx, eventId: string, known: readonly string[]): Promise<void> {
  await tx
    .updateTable('training.registration')
    .set({ city_known: true })
    .where('event_id', '=', eventId)
    .where('city_id', 'is not', null)
    .where('city_known', '=', false)
    .where('id', 'in', known.length > 0 ? [...known] : ['00000000-0000-0000-0000-000000000000'])
    .execute();
}

/** @returns false when it was noted before */
export async function markNoted(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('training.registration')
    .set({ noted_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('noted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markFeedbackGiven(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('training.registration')
    .set({ feedback_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('feedback_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface OwnEvent {
  readonly id: string;
  readonly eventId: string;
  readonly title: SomeText;
  readonly sourceLanguage: Language;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly stage: RegistrationStage;
  readonly eventStage: string;
}

export async function listOwnEvents(reader: Reader, personId: string): Promise<OwnEvent[]> {
  const rows = await reader
    .selectFrom('training.registration as r')
    .innerJoin('training.event as e', 'e.id', 'r.event_id')
    .select([
      'r.id',
      'e.id as eventId',
      sql<SomeText>`e.title`.as('title'),
      sql<Language>`e.source_language`.as('sourceLanguage'),
      'e.starts_at as startsAt',
      'r.time_zone as timeZone',
      sql<RegistrationStage>`r.stage`.as('stage'),
      'e.stage as eventStage',
    ])
    .where('r.person_id', '=', personId)
    .where('r.proven_at', 'is not', null)
    .orderBy('e.starts_at', 'desc')
    .limit(100)
    .execute();
  return rows;
}
