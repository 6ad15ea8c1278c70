import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { SomeText } from '../rules/some-text.ts';
import type { Language } from '../../../kernel/language.ts';
import type { ReminderKind } from '../rules/reminders.ts';

export interface Remindable {
  readonly registrationId: string;
  readonly eventId: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly settledAt: Date;
  readonly sequence: number;
  /** Kinds already sent for this time of the event. */
  readonly sent: readonly ReminderKind[];
}

/** Who has a place in an event within nine days: two more than a week, for calendars differ by a day. */
export async function listRemindable(reader: Reader, now: Date): Promise<Remindable[]> {
  const { rows } =
    await sql<Remindable>`select r.id as "registrationId", e.id as "eventId", e.starts_at as "startsAt", r.time_zone as "timeZone",
      r.settled_at as "settledAt", e.sequence, coalesce((select array_agg(m.kind) from training.reminder m
        where m.registration_id = r.id and m.sequence = e.sequence), '{}') as sent
    from training.event e join training.registration r on r.event_id = e.id
    where e.stage = 'open' and e.starts_at > ${now} and e.starts_at < ${now}::timestamptz + interval '9 days' and r.stage = 'registered'
    order by e.starts_at, r.id`.execute(reader);
  return rows;
}

/** @returns false when it was sent before */
export async function insertReminder(
  tx: Tx,
  registrationId: string,
  kind: ReminderKind,
  sequence: number,
): Promise<boolean> {
  const row = await tx
    .insertInto('training.reminder')
    .values({ registration_id: registrationId, kind, sequence })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  return row !== undefined;
}

export interface WaitingTask {
  readonly kind: 'people-waiting' | 'mark-attendance' | 'read-feedback';
  readonly id: string;
  readonly title: SomeText;
  readonly sourceLanguage: Language;
  readonly n: number;
  readonly since: Date;
}

/** For trainers: events of the next day with people waiting, past ones nobody closed, feedback of five or more. */
export async function listTrainerTasks(reader: Reader, now: Date): Promise<WaitingTask[]> {
  const { rows } = await sql<WaitingTask>`
    select 'people-waiting' as kind, e.id, e.title, e.source_language as "sourceLanguage", count(*)::int as n, min(r.queued_at) as since
      from training.event e join training.registration r on r.event_id = e.id and r.stage = 'waiting'
      where e.stage = 'open' and e.starts_at between ${now} and ${now}::timestamptz + interval '36 hours' group by e.id
    union all
    select 'mark-attendance', e.id, e.title, e.source_language, e.places_taken, e.ends_at from training.event e
      where e.stage = 'open' and e.ends_at < ${now}
    union all
    select 'read-feedback', e.id, e.title, e.source_language, count(*)::int, max(r.feedback_at) from training.event e
      join training.registration r on r.event_id = e.id and r.feedback_at is not null
      where e.stage = 'held' and e.ends_at > ${now}::timestamptz - interval '30 days' group by e.id having count(*) >= 5
    order by since limit 20`.execute(reader);
  return rows;
}

/** Stranger counts older than an hour say nothing any more. */
export async function forgetStrangers(tx: Tx): Promise<void> {
  await sql`delete from training.stranger where at < clock_timestamp() - interval '1 day'`.execute(tx);
}
