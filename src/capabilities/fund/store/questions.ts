import { type RawBuilder, sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** A question answered once for everybody. */
export interface PublishedAnswer {
  readonly id: string;
  readonly question: LocalText;
  readonly answer: LocalText;
  readonly answeredAt: string;
  /** It took the place of an earlier answer. */
  readonly corrects: string | null;
}

/** Of `fund.window_answer a` under a condition: what stands, the newest first. */
export function publishedAnswers(which: RawBuilder<unknown>): RawBuilder<PublishedAnswer[]> {
  return sql<
    PublishedAnswer[]
  >`coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'question', a.question, 'answer', a.answer,
      'answeredAt', a.answered_at, 'corrects', a.corrects) order by a.answered_at desc)
    from fund.window_answer a where not exists (select 1 from fund.window_answer later where later.corrects = a.id) and ${which}), '[]')`;
}

export async function listAnswers(reader: Reader, windowId: string): Promise<PublishedAnswer[]> {
  const { answers } = await reader
    .selectNoFrom(() => [publishedAnswers(sql`a.window_id = ${windowId}`).as('answers')])
    .executeTakeFirstOrThrow();
  return answers;
}

/** What somebody asked, for staff. */
export interface AskedQuestion {
  readonly id: string;
  readonly windowId: string;
  readonly asked: string;
  readonly language: Language;
  readonly city: string | null;
  readonly email: string | null;
  readonly askedAt: Date;
}

/** Questions that wait for an answer, the oldest first. */
export async function listWaitingQuestions(reader: Reader, windowId: string): Promise<AskedQuestion[]> {
  const rows = await reader
    .selectFrom('fund.window_question')
    .select(['id', 'window_id', 'asked', 'language', 'city', 'email', 'asked_at'])
    .where('window_id', '=', windowId)
    .where('answer_id', 'is', null)
    .where('set_aside_why', 'is', null)
    .orderBy('asked_at')
    .limit(100)
    .execute();
  return rows.map(({ window_id, asked_at, language, ...row }) => ({
    ...row,
    windowId: window_id,
    askedAt: asked_at,
    language: language as Language,
  }));
}

export async function insertQuestion(tx: Tx, question: Omit<AskedQuestion, 'askedAt'>): Promise<void> {
  const { windowId, ...row } = question;
  await tx
    .insertInto('fund.window_question')
    .values({ ...row, window_id: windowId })
    .execute();
}

/** How many questions the window was asked within the hour, by anybody. */
export async function questionsLately(reader: Reader, windowId: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select fund.questions_lately(${windowId}) as n`.execute(reader);
  return rows[0]?.n ?? 0;
}

export async function insertAnswer(
  tx: Tx,
  answer: Pick<PublishedAnswer, 'id' | 'question' | 'answer' | 'corrects'> & {
    readonly windowId: string;
    readonly by: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('fund.window_answer')
    .values({
      id: answer.id,
      window_id: answer.windowId,
      question: JSON.stringify(answer.question),
      answer: JSON.stringify(answer.answer),
      answered_by: answer.by,
      corrects: answer.corrects,
    })
    .execute();
}

/** Marks the questions as settled and forgets whom to tell. */
export async function settleQuestions(
  tx: Tx,
  ids: readonly string[],
  settled: { readonly answerId: string | null; readonly why: string | null; readonly by: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('fund.window_question')
    .set({
      answer_id: settled.answerId,
      set_aside_why: settled.why,
      settled_by: settled.by,
      email: null,
    })
    .where('id', 'in', [...ids])
    .where('answer_id', 'is', null)
    .where('set_aside_why', 'is', null)
    .execute();
}
