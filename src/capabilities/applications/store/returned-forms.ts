import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Reason } from '../../../kernel/refusal.ts';
import type { Answers } from '../rules/others.ts';

/** What the file said, which questions it could speak of, and what is odd about it. */
export interface SaidOffline {
  readonly answers: Answers;
  readonly readable: readonly string[];
  readonly warnings: readonly Reason[];
}

/** A form that was filled in offline and came back; it waits until each difference is settled. */
export interface ReturnedForm {
  readonly id: string;
  readonly partId: string;
  readonly name: string;
  readonly said: SaidOffline;
  readonly byName: string;
  readonly at: Date;
  readonly settledAt: Date | null;
}

export async function insertReturned(
  tx: Tx,
  came: Pick<ReturnedForm, 'id' | 'partId' | 'name' | 'said' | 'byName'> & {
    readonly applicationId: string;
  },
): Promise<void> {
  await tx
    .insertInto('applications.returned_form')
    .values({
      id: came.id,
      application_id: came.applicationId,
      part_id: came.partId,
      name: came.name,
      answers: JSON.stringify(came.said),
      by_name: came.byName,
    })
    .execute();
}

export async function findReturned(
  reader: Reader,
  applicationId: string,
  id: string,
): Promise<ReturnedForm | undefined> {
  const row = await reader
    .selectFrom('applications.returned_form')
    .selectAll()
    .where('id', '=', id)
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      partId: row.part_id,
      name: row.name,
      said: row.answers as unknown as SaidOffline,
      byName: row.by_name,
      at: row.at,
      settledAt: row.settled_at,
    }
  );
}

export async function markSettled(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('applications.returned_form')
    .set({ settled_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}
