import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { DB } from '../../../platform/database/schema.generated.ts';
import type { FileKind } from '../../../platform/files/index.ts';

/** A file of an application: arriving in pieces, kept, or refused for what it turned out to be. */
export interface Attachment {
  readonly id: string;
  readonly applicationId: string;
  readonly partId: string;
  readonly questionKey: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly kind: FileKind | null;
  readonly state: 'arriving' | 'kept' | 'refused';
}

function fromRow(row: Selectable<DB['applications.attachment']>): Attachment {
  return {
    id: row.id,
    applicationId: row.application_id,
    partId: row.part_id,
    questionKey: row.question_key,
    name: row.name,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    kind: row.kind as FileKind | null,
    state: row.state as Attachment['state'],
  };
}

export async function insertAttachment(
  tx: Tx,
  begun: Attachment & { readonly byName: string },
): Promise<void> {
  await tx
    .insertInto('applications.attachment')
    .values({
      id: begun.id,
      application_id: begun.applicationId,
      part_id: begun.partId,
      question_key: begun.questionKey,
      name: begun.name,
      bytes: BigInt(begun.bytes),
      sha256: begun.sha256,
      kind: begun.kind,
      state: begun.state,
      by_name: begun.byName,
      kept_at: begun.state === 'kept' ? sql<Date>`clock_timestamp()` : null,
    })
    .execute();
}

export async function findAttachment(
  reader: Reader,
  applicationId: string,
  id: string,
): Promise<Attachment | undefined> {
  const row = await reader
    .selectFrom('applications.attachment')
    .selectAll()
    .where('id', '=', id)
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function lockAttachment(
  tx: Tx,
  applicationId: string,
  id: string,
): Promise<Attachment | undefined> {
  const row = await tx
    .selectFrom('applications.attachment')
    .selectAll()
    .where('id', '=', id)
    .where('application_id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function listAttachments(reader: Reader, partId: string): Promise<Attachment[]> {
  const rows = await reader
    .selectFrom('applications.attachment')
    .selectAll()
    .where('part_id', '=', partId)
    .orderBy('begun_at')
    .execute();
  return rows.map(fromRow);
}

/** The same file begun before, under the same question or under any: its pieces go on where they stopped. */
export async function findBegun(
  reader: Reader,
  wanted: Pick<Attachment, 'partId' | 'bytes'> & {
    readonly sha256: string;
    readonly questionKey: string | null;
  },
): Promise<Attachment | undefined> {
  let query = reader.selectFrom('applications.attachment').selectAll().where('part_id', '=', wanted.partId);
  if (wanted.questionKey !== null) query = query.where('question_key', '=', wanted.questionKey);
  const row = await query
    .where('sha256', '=', wanted.sha256)
    .where('bytes', '=', BigInt(wanted.bytes))
    .where('state', '=', 'arriving')
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function markKept(
  tx: Tx,
  id: string,
  kept: { readonly sha256: string; readonly kind: FileKind },
): Promise<void> {
  await tx
    .updateTable('applications.attachment')
    .set({ state: 'kept', sha256: kept.sha256, kind: kept.kind, kept_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

export async function markRefused(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('applications.attachment').set({ state: 'refused' }).where('id', '=', id).execute();
}
