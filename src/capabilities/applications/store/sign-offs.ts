import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { SignOff } from '../rules/sign-off.ts';

export async function insertSignOff(
  tx: Tx,
  line: Omit<SignOff, 'at'> & {
    readonly id: string;
    readonly applicationId: string;
    readonly partId: string;
  },
): Promise<void> {
  await tx
    .insertInto('applications.sign_off')
    .values({
      id: line.id,
      application_id: line.applicationId,
      part_id: line.partId,
      kind: line.kind,
      answers_hash: line.answersHash,
      reason: line.reason,
      person_id: line.personId,
      by_name: line.byName,
    })
    .execute();
}

/** The newest first. */
export async function listSignOffs(reader: Reader, partId: string): Promise<SignOff[]> {
  const rows = await reader
    .selectFrom('applications.sign_off')
    .selectAll()
    .where('part_id', '=', partId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as SignOff['kind'],
    answersHash: row.answers_hash,
    reason: row.reason,
    personId: row.person_id,
    byName: row.by_name,
    at: row.at,
  }));
}
