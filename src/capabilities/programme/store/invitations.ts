import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { AnswerSaid, AnswerWord } from '../rules/answer.ts';

export interface Invitation {
  readonly id: string;
  readonly activityId: string;
  readonly cityId: string;
  readonly batchId: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly invitedByName: string;
  readonly invitedAt: Date;
  readonly answer: AnswerWord | null;
  readonly answerReason: string | null;
  readonly laterOn: CalendarDate | null;
  readonly answeredAt: Date | null;
  readonly remindedAt: Date | null;
  readonly exceptionId: string | null;
}

const columns = [
  'id',
  'activity_id as activityId',
  'city_id as cityId',
  'batch_id as batchId',
  'language',
  'subject',
  'body',
  'invited_by_name as invitedByName',
  'invited_at as invitedAt',
  'answer',
  'answer_reason as answerReason',
  'later_on as laterOn',
  'answered_at as answeredAt',
  'reminded_at as remindedAt',
  'exception_id as exceptionId',
] as const;

type NewInvitation = Pick<
  Invitation,
  | 'id'
  | 'activityId'
  | 'cityId'
  | 'batchId'
  | 'language'
  | 'subject'
  | 'body'
  | 'invitedByName'
  | 'exceptionId'
> & { readonly invitedBy: string | null };

/** False when the city was invited to it before, by anybody: the unique constraint says so, also to two at once. */
export async function insertInvitation(tx: Tx, one: NewInvitation): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme.invitation')
    .values({
      id: one.id,
      activity_id: one.activityId,
      city_id: one.cityId,
      batch_id: one.batchId,
      language: one.language,
      subject: one.subject,
      body: one.body,
      exception_id: one.exceptionId,
      invited_by: one.invitedBy,
      invited_by_name: one.invitedByName,
    })
    .onConflict((conflict) => conflict.columns(['activity_id', 'city_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findInvitation(
  reader: Reader,
  of: { readonly id: string } | { readonly activityId: string; readonly cityId: string },
): Promise<Invitation | undefined> {
  let query = reader.selectFrom('programme.invitation').select(columns);
  if ('id' in of) query = query.where('id', '=', of.id);
  else query = query.where('activity_id', '=', of.activityId).where('city_id', '=', of.cityId);
  return (await query.executeTakeFirst()) as unknown as Invitation | undefined;
}

export async function listInvitations(
  reader: Reader,
  of: {
    readonly activityId?: string;
    readonly cityId?: string;
    readonly batchId?: string;
    readonly cityIds?: readonly string[];
  },
  atMost = 500,
): Promise<Invitation[]> {
  let query = reader.selectFrom('programme.invitation').select(columns);
  if (of.activityId) query = query.where('activity_id', '=', of.activityId);
  if (of.cityId) query = query.where('city_id', '=', of.cityId);
  if (of.batchId) query = query.where('batch_id', '=', of.batchId);
  if (of.cityIds) query = query.where('city_id', '=', sql<string>`any (${[...of.cityIds]}::uuid[])`);
  const rows = await query.orderBy('invited_at', 'desc').orderBy('id').limit(atMost).execute();
  return rows as unknown as Invitation[];
}

/** False when nothing was changed: not theirs, or it said no before. */
export async function markAnswer(tx: Tx, id: string, said: AnswerSaid, by: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme.invitation')
    .set({
      answer: said.answer,
      answer_reason: said.reason,
      later_on: said.laterOn,
      answered_at: sql<Date>`clock_timestamp()`,
      answered_by: by,
    })
    .where('id', '=', id)
    .where((is) => is.or([is('answer', 'is', null), is('answer', '<>', 'no')]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface Funnel {
  readonly invited: number;
  readonly reminded: number;
  readonly yes: number;
  readonly no: number;
  readonly later: number;
  readonly waiting: number;
  readonly consentAsked: number;
}

/** From invited to answered. Whether a mail was opened is not known: nothing is tracked. */
export async function funnelOf(reader: Reader, activityIds: readonly string[]): Promise<Map<string, Funnel>> {
  const { rows } = await sql<
    Funnel & { activityId: string }
  >`select w.id as "activityId", count(i.id)::int as invited,
      count(i.reminded_at)::int as reminded,
      count(*) filter (where i.answer = 'yes')::int as yes, count(*) filter (where i.answer = 'no')::int as no,
      count(*) filter (where i.answer = 'later')::int as later,
      count(*) filter (where i.id is not null and i.answer is null)::int as waiting,
      (select count(*)::int from programme.exception x where x.activity_id = w.id and x.decision is null) as "consentAsked"
    from unnest(${[...activityIds]}::uuid[]) w (id) left join programme.invitation i on i.activity_id = w.id group by w.id`.execute(
    reader,
  );
  return new Map(rows.map((row) => [row.activityId, row]));
}
