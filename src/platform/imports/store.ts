import { sql } from 'kysely';
import type { Reader, Tx } from '../database/atomically.ts';
import type { Mapping } from './mapping.ts';
import type { FileTable } from './read-table.ts';

export type BatchStage = 'read' | 'confirmed' | 'undone' | 'discarded';

export interface Batch {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly stage: BatchStage;
  readonly version: number;
  readonly createdAt: Date;
  readonly table: FileTable;
  readonly mapping: Mapping;
  readonly recordIds: readonly string[];
}

export type BatchLine = Omit<Batch, 'table' | 'mapping' | 'recordIds'> & {
  readonly rows: number;
  readonly records: number;
};

export async function insertBatch(
  tx: Tx,
  batch: Pick<Batch, 'id' | 'kind' | 'fileName' | 'table' | 'mapping'> & {
    fileSha256: string;
    createdBy: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('imports.batch')
    .values({
      id: batch.id,
      kind: batch.kind,
      file_name: batch.fileName,
      file_sha256: batch.fileSha256,
      content: JSON.stringify(batch.table),
      mapping: JSON.stringify(batch.mapping),
      created_by: batch.createdBy,
    })
    .execute();
}

export async function findBatch(reader: Reader, id: string): Promise<Batch | undefined> {
  const row = await reader.selectFrom('imports.batch').selectAll().where('id', '=', id).executeTakeFirst();
  return row && batchFrom(row);
}

export async function lockBatch(tx: Tx, id: string): Promise<Batch | undefined> {
  const row = await tx
    .selectFrom('imports.batch')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && batchFrom(row);
}

function batchFrom(row: {
  id: string;
  kind: string;
  file_name: string;
  stage: string;
  version: number;
  created_at: Date;
  content: unknown;
  mapping: unknown;
  record_ids: unknown;
}): Batch {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    stage: row.stage as BatchStage,
    version: row.version,
    createdAt: row.created_at,
    table: row.content as FileTable,
    mapping: row.mapping as Mapping,
    recordIds: row.record_ids as string[],
  };
}

export async function listBatches(reader: Reader, limit: number): Promise<BatchLine[]> {
  const rows = await reader
    .selectFrom('imports.batch')
    .select(['id', 'kind', 'file_name', 'stage', 'version', 'created_at'])
    .select([
      sql<number>`jsonb_array_length(content -> 'rows')`.as('rows'),
      sql<number>`jsonb_array_length(record_ids)`.as('records'),
    ])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    stage: row.stage as BatchStage,
    version: row.version,
    createdAt: row.created_at,
    rows: row.rows,
    records: row.records,
  }));
}

export async function markMapped(tx: Tx, id: string, mapping: Mapping): Promise<void> {
  await tx
    .updateTable('imports.batch')
    .set((set) => ({ mapping: JSON.stringify(mapping), version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function markConfirmed(
  tx: Tx,
  id: string,
  by: string | null,
  at: Date,
  recordIds: readonly string[],
): Promise<void> {
  await tx
    .updateTable('imports.batch')
    .set((set) => ({
      stage: 'confirmed',
      confirmed_by: by,
      confirmed_at: at,
      record_ids: JSON.stringify(recordIds),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function markUndone(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  await tx
    .updateTable('imports.batch')
    .set((set) => ({ stage: 'undone', undone_by: by, undone_at: at, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
