import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { LeftOut, ReturnedRendering } from '../rules/returned.ts';
import type { Subject } from './texts.ts';

export interface ReturnedFile {
  readonly id: string;
  readonly subject: Subject;
  readonly name: string;
  readonly renderings: readonly ReturnedRendering[];
  readonly leftOut: readonly LeftOut[];
  readonly takenAt: Date | null;
}

export async function insertReturnedFile(
  tx: Tx,
  file: Omit<ReturnedFile, 'takenAt'> & { readonly byPerson: string },
): Promise<void> {
  await tx
    .insertInto('translation.returned_file')
    .values({
      id: file.id,
      subject_kind: file.subject.kind,
      subject_id: file.subject.id,
      name: file.name,
      renderings: JSON.stringify(file.renderings),
      left_out: JSON.stringify(file.leftOut),
      by_person: file.byPerson,
    })
    .execute();
}

export async function findReturnedFile(reader: Reader, id: string): Promise<ReturnedFile | undefined> {
  return fileOf(
    await reader.selectFrom('translation.returned_file').selectAll().where('id', '=', id).executeTakeFirst(),
  );
}

export async function lockReturnedFile(tx: Tx, id: string): Promise<ReturnedFile | undefined> {
  return fileOf(
    await tx
      .selectFrom('translation.returned_file')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  );
}

export async function markTaken(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('translation.returned_file')
    .set({ taken_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

interface Row {
  readonly id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly name: string;
  readonly renderings: unknown;
  readonly left_out: unknown;
  readonly taken_at: Date | null;
}

function fileOf(row: Row | undefined): ReturnedFile | undefined {
  return (
    row && {
      id: row.id,
      subject: { kind: row.subject_kind, id: row.subject_id },
      name: row.name,
      renderings: row.renderings as ReturnedRendering[],
      leftOut: row.left_out as LeftOut[],
      takenAt: row.taken_at,
    }
  );
}
