import { sql } from 'kysely';
import type { ActivityKind } from '../../../kernel/activity-kind.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { AnswerSaid, AnswerWord } from '../rules/answer.ts';

/** What a mailed link opens: one invitation of one city. */
export interface OpenedByLink {
  readonly invitationId: string;
  readonly cityId: string;
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly title: LocalText;
  readonly about: LocalText;
  readonly closesOn: CalendarDate | null;
  readonly closedAt: Date | null;
  readonly meetsAt: Date | null;
  readonly languages: readonly string[];
  readonly recipient: string;
  readonly answer: AnswerWord | null;
  readonly answerReason: string | null;
  readonly laterOn: CalendarDate | null;
}

export async function openedByLink(reader: Reader, hash: Buffer): Promise<OpenedByLink | undefined> {
  const { rows } =
    await sql<OpenedByLink>`select invitation_id as "invitationId", city_id as "cityId", activity_id as "activityId", kind,
      title, about, closes_on as "closesOn", closed_at as "closedAt", meets_at as "meetsAt", languages, recipient, answer,
      answer_reason as "answerReason", later_on as "laterOn"
    from programme.opened_by_link(${hash})`.execute(reader);
  return rows[0];
}

/** False when it is too late, or a no stands already. */
export async function answerByLink(tx: Tx, hash: Buffer, said: AnswerSaid): Promise<boolean> {
  const { rows } = await sql<{ done: boolean | null }>`select
    programme.answer_by_link(${hash}, ${said.answer}, ${said.reason}, ${said.laterOn}::date) as done`.execute(
    tx,
  );
  return rows[0]?.done === true;
}

/** Two who would ask the same city at once ask one after the other, so that its budget is counted right. */
export async function oneAtATime(tx: Tx, cityId: string): Promise<void> {
  await sql`select programme.one_at_a_time(${cityId})`.execute(tx);
}
