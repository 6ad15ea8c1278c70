import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Note {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly body: string;
}

export async function insertNote(
  tx: Tx,
  note: { readonly id: string; readonly caseId: string; readonly personId: string; readonly body: string },
): Promise<void> {
  await tx
    .insertInto('support_desk.note')
    .values({ id: note.id, case_id: note.caseId, person_id: note.personId, body: note.body })
    .execute();
}

export async function listNotes(reader: Reader, caseIds: readonly string[]): Promise<Note[]> {
  return await reader
    .selectFrom('support_desk.note as n')
    .innerJoin('people.person as p', 'p.id', 'n.person_id')
    .select(['n.id', 'n.at', 'p.name as by', 'n.body'])
    .where('n.case_id', 'in', [...caseIds])
    .orderBy('n.at')
    .execute();
}
