import type { Reader } from '../../../platform/database/atomically.ts';
import { sql } from 'kysely';

/** The id under which the ledger knows an organisation, a position or a record of this name, so that it counts once. */
export async function findSubjectId(reader: Reader, kind: string, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select subject_id as id from impact.claim
    where subject_kind = ${kind} and lower(subject_name) = lower(${name}) order by proposed_at limit 1`.execute(
    reader,
  );
  return rows[0]?.id;
}
