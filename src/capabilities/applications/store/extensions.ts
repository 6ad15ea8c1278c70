import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { StageKey } from '../rules/others.ts';

export interface ExtensionRequest {
  readonly id: string;
  readonly applicationId: string;
  readonly stage: StageKey;
  readonly reason: string;
  readonly byName: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

export async function insertExtension(
  tx: Tx,
  asked: Pick<ExtensionRequest, 'id' | 'applicationId' | 'stage' | 'reason' | 'byName'> & {
    readonly personId: string;
  },
): Promise<void> {
  await tx
    .insertInto('applications.extension_request')
    .values({
      id: asked.id,
      application_id: asked.applicationId,
      stage: asked.stage,
      reason: asked.reason,
      person_id: asked.personId,
      by_name: asked.byName,
    })
    .execute();
}

/** False when it was answered already. */
export async function answerExtension(
  tx: Tx,
  id: string,
  answer: string,
  personId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('applications.extension_request')
    .set({ answer, answered_by: personId, answered_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The newest first. */
export async function listExtensions(reader: Reader, applicationId: string): Promise<ExtensionRequest[]> {
  const rows = await reader
    .selectFrom('applications.extension_request')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('asked_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    applicationId: row.application_id,
    stage: row.stage as StageKey,
    reason: row.reason,
    byName: row.by_name,
    askedAt: row.asked_at,
    answer: row.answer,
    answeredAt: row.answered_at,
  }));
}

/** How many nobody has answered, for the fund's tasks. */
export async function countUnanswered(reader: Reader): Promise<{ n: number; since: Date | null }> {
  const row = await reader
    .selectFrom('applications.extension_request')
    .select(({ fn }) => [fn.countAll<bigint>().as('n'), fn.min('asked_at').as('since')])
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow();
  return { n: Number(row.n), since: row.since };
}
