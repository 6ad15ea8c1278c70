import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface CriterionWords {
  readonly strong: string;
  readonly weak: string;
}

/** What a city is told of its application. */
export interface Feedback {
  readonly id: string;
  readonly roundId: string;
  readonly applicationId: string;
  readonly cityId: string;
  readonly language: Language;
  readonly byCriterion: Readonly<Record<string, CriterionWords>>;
  readonly summary: string;
  readonly nextSteps: string;
  readonly state: 'draft' | 'reviewed' | 'sent';
  readonly version: number;
  readonly draftedBy: string;
  readonly sentAt: Date | null;
}

const columns = [
  'id',
  'round_id as roundId',
  'application_id as applicationId',
  'city_id as cityId',
  'language',
  'by_criterion as byCriterion',
  'summary',
  'next_steps as nextSteps',
  'state',
  'version',
  'drafted_by as draftedBy',
  'sent_at as sentAt',
] as const;

export async function feedbackOn(
  reader: Reader,
  roundId: string,
  applicationId: string,
): Promise<Feedback | undefined> {
  const row = await reader
    .selectFrom('review.feedback')
    .select(columns)
    .where('round_id', '=', roundId)
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row as unknown as Feedback | undefined;
}

/** What was sent about an application, the newest first; or, for who runs the round, all there is. */
export async function feedbackAbout(reader: Reader, applicationId: string): Promise<Feedback[]> {
  const rows = await reader
    .selectFrom('review.feedback')
    .select(columns)
    .where('application_id', '=', applicationId)
    .orderBy('sent_at', 'desc')
    .execute();
  return rows as unknown as Feedback[];
}

export async function feedbackOfRound(reader: Reader, roundId: string): Promise<Feedback[]> {
  const rows = await reader
    .selectFrom('review.feedback')
    .select(columns)
    .where('round_id', '=', roundId)
    .execute();
  return rows as unknown as Feedback[];
}

export async function lockFeedback(tx: Tx, id: string): Promise<Feedback | undefined> {
  const row = await tx
    .selectFrom('review.feedback')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as Feedback | undefined;
}

type Words = Pick<Feedback, 'byCriterion' | 'summary' | 'nextSteps' | 'draftedBy'>;

export async function insertFeedback(
  tx: Tx,
  feedback: Words & Pick<Feedback, 'id' | 'roundId' | 'applicationId' | 'cityId' | 'language'>,
): Promise<void> {
  await tx
    .insertInto('review.feedback')
    .values({
      id: feedback.id,
      round_id: feedback.roundId,
      application_id: feedback.applicationId,
      city_id: feedback.cityId,
      language: feedback.language,
      by_criterion: JSON.stringify(feedback.byCriterion),
      summary: feedback.summary,
      next_steps: feedback.nextSteps,
      drafted_by: feedback.draftedBy,
    })
    .execute();
}

/** Written anew it is a draft again: whoever wrote last does not approve it. */
export async function rewriteFeedback(tx: Tx, id: string, words: Words): Promise<void> {
  await tx
    .updateTable('review.feedback')
    .set({
      by_criterion: JSON.stringify(words.byCriterion),
      summary: words.summary,
      next_steps: words.nextSteps,
      drafted_by: words.draftedBy,
      state: 'draft',
      reviewed_by: null,
      reviewed_at: null,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function markSent(tx: Tx, id: string, reviewedBy: string): Promise<void> {
  await tx
    .updateTable('review.feedback')
    .set({
      state: 'sent',
      reviewed_by: reviewedBy,
      reviewed_at: sql<Date>`clock_timestamp()`,
      sent_at: sql<Date>`clock_timestamp()`,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Feedback that waits for somebody other than its writer. */
export async function draftsOfOthers(
  reader: Reader,
  personId: string,
): Promise<{ roundId: string; applicationId: string; at: Date }[]> {
  return await reader
    .selectFrom('review.feedback as f')
    .innerJoin('review.round as o', 'o.id', 'f.round_id')
    .select(['f.round_id as roundId', 'f.application_id as applicationId', 'o.opened_at as at'])
    .where('f.state', '=', 'draft')
    .where('f.drafted_by', '!=', personId)
    .orderBy('o.opened_at')
    .limit(100)
    .execute();
}
