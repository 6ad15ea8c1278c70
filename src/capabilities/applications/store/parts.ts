import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { DB } from '../../../platform/database/schema.generated.ts';
import type { Part } from '../rules/application.ts';
import type { StageKey } from '../rules/others.ts';

function fromRow(row: Selectable<DB['applications.part']>): Part {
  return {
    id: row.id,
    applicationId: row.application_id,
    stage: row.stage as StageKey,
    formVersionId: row.form_version_id,
    status: row.status as Part['status'],
    answered: row.answered,
    asked: row.asked,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
}

export async function insertPart(
  tx: Tx,
  part: Pick<Part, 'id' | 'applicationId' | 'stage' | 'formVersionId'>,
): Promise<void> {
  await tx
    .insertInto('applications.part')
    .values({
      id: part.id,
      application_id: part.applicationId,
      stage: part.stage,
      form_version_id: part.formVersionId,
    })
    .execute();
}

export async function listParts(reader: Reader, applicationIds: readonly string[]): Promise<Part[]> {
  if (applicationIds.length === 0) return [];
  const rows = await reader
    .selectFrom('applications.part')
    .selectAll()
    .where('application_id', 'in', applicationIds)
    .orderBy('opened_at')
    .execute();
  return rows.map(fromRow);
}

export async function findPart(
  reader: Reader,
  applicationId: string,
  stage: StageKey,
): Promise<Part | undefined> {
  const row = await reader
    .selectFrom('applications.part')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('stage', '=', stage)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** For submitting: whoever saves an answer waits, or is waited for. */
export async function lockPart(tx: Tx, id: string): Promise<Part | undefined> {
  const row = await tx
    .selectFrom('applications.part')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The same by its stage: one trip. */
export async function lockPartOf(tx: Tx, applicationId: string, stage: StageKey): Promise<Part | undefined> {
  const row = await tx
    .selectFrom('applications.part')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('stage', '=', stage)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveProgress(
  tx: Tx,
  id: string,
  progress: { readonly answered: number; readonly asked: number; readonly savedBy: string },
): Promise<void> {
  await tx
    .updateTable('applications.part')
    .set({
      answered: progress.answered,
      asked: progress.asked,
      saved_at: sql<Date>`clock_timestamp()`,
      saved_by: progress.savedBy,
    })
    .where('id', '=', id)
    .execute();
}

export async function saveStatus(tx: Tx, id: string, status: Part['status']): Promise<void> {
  await tx.updateTable('applications.part').set({ status }).where('id', '=', id).execute();
}
