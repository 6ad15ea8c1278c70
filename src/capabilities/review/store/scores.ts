import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Score } from '../rules/scoring.ts';

export async function scoresOf(
  reader: Reader,
  assignmentIds: readonly string[],
): Promise<Map<string, Score[]>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('review.score')
    .select(['assignment_id', 'criterion_key', 'score', 'reason'])
    .where('assignment_id', 'in', assignmentIds)
    .execute();
  const found = new Map<string, Score[]>();
  for (const row of rows) {
    const list = found.get(row.assignment_id) ?? [];
    list.push({ criterionKey: row.criterion_key, score: row.score, reason: row.reason });
    found.set(row.assignment_id, list);
  }
  return found;
}

export async function saveScores(tx: Tx, assignmentId: string, scores: readonly Score[]): Promise<void> {
  if (scores.length === 0) return;
  await tx
    .insertInto('review.score')
    .values(
      scores.map((one) => ({
        assignment_id: assignmentId,
        criterion_key: one.criterionKey,
        score: one.score,
        reason: one.reason,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['assignment_id', 'criterion_key']).doUpdateSet((eb) => ({
        score: eb.ref('excluded.score'),
        reason: eb.ref('excluded.reason'),
        saved_at: sql<Date>`clock_timestamp()`,
      })),
    )
    .execute();
}

export interface ScoreChange {
  readonly assignmentId: string;
  readonly criterionKey: string;
  readonly was: number | null;
  readonly becomes: number | null;
  readonly why: string;
  readonly at: Date;
}

export async function insertScoreChange(
  tx: Tx,
  change: Omit<ScoreChange, 'at'> & { readonly id: string },
): Promise<void> {
  await tx
    .insertInto('review.score_change')
    .values({
      id: change.id,
      assignment_id: change.assignmentId,
      criterion_key: change.criterionKey,
      was: change.was,
      becomes: change.becomes,
      why: change.why,
    })
    .execute();
}

export async function scoreChangesOf(
  reader: Reader,
  assignmentIds: readonly string[],
): Promise<ScoreChange[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await reader
    .selectFrom('review.score_change')
    .select(['assignment_id as assignmentId', 'criterion_key as criterionKey', 'was', 'becomes', 'why', 'at'])
    .where('assignment_id', 'in', assignmentIds)
    .orderBy('at')
    .execute();
  return rows;
}

export interface Remark {
  readonly id: string;
  readonly byName: string;
  readonly text: string;
  readonly at: Date;
}

export async function remarksOn(reader: Reader, roundId: string, applicationId: string): Promise<Remark[]> {
  const { rows } =
    await sql<Remark>`select r.id, coalesce(p.name, '') as "byName", r.text, r.at from review.remark r
    left join people.person p on p.id = r.person_id
    where r.round_id = ${roundId}::uuid and r.application_id = ${applicationId}::uuid order by r.at, r.id`.execute(
      reader,
    );
  return rows;
}

export async function insertRemark(
  tx: Tx,
  remark: { id: string; roundId: string; applicationId: string; personId: string; text: string },
): Promise<void> {
  await tx
    .insertInto('review.remark')
    .values({
      id: remark.id,
      round_id: remark.roundId,
      application_id: remark.applicationId,
      person_id: remark.personId,
      text: remark.text,
    })
    .execute();
}
