import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface SurveyAnswer {
  readonly helped: 'yes' | 'partly' | 'no';
  readonly ease: number;
}

/** @returns false when the case was answered for before */
export async function insertSurveyAnswer(tx: Tx, caseId: string, answer: SurveyAnswer): Promise<boolean> {
  const row = await tx
    .insertInto('support_desk.survey_answer')
    .values({ case_id: caseId, helped: answer.helped, ease: answer.ease })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findSurveyAnswer(reader: Reader, caseId: string): Promise<SurveyAnswer | undefined> {
  const row = await reader
    .selectFrom('support_desk.survey_answer')
    .select(['helped', 'ease'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row && { helped: row.helped as SurveyAnswer['helped'], ease: row.ease };
}

export interface Satisfaction {
  readonly answered: number;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly ease: number | null;
}

export async function satisfactionSince(reader: Reader, since: Date): Promise<Satisfaction> {
  const { rows } =
    await sql<Satisfaction>`select count(*)::int as answered, (count(*) filter (where helped = 'yes'))::int as yes,
    (count(*) filter (where helped = 'partly'))::int as partly, (count(*) filter (where helped = 'no'))::int as no, avg(ease)::float8 as ease
    from support_desk.survey_answer where answered_at >= ${since}`.execute(reader);
  return rows[0] ?? { answered: 0, yes: 0, partly: 0, no: 0, ease: null };
}
