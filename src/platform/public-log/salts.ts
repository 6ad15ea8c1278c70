import { sql } from 'kysely';
import { commitment, opensTo } from './commitment.ts';
import type { LogReader, LogTransaction } from './store.ts';

/**
 * Commits to a personal or secret value: the returned text may enter a leaf, the value never does.
 * @param id names the salt; put it in the leaf beside the commitment
 * @param salt 32 fresh random bytes
 */
export async function commitTo(
  tx: LogTransaction,
  id: string,
  value: string,
  salt: Uint8Array,
): Promise<string> {
  const committed = commitment(salt, value);
  await sql`insert into public_log.salt (id, salt) values (${id}, ${Buffer.from(salt)})`.execute(tx);
  return committed;
}

/** Whether the value is what was committed to, or that nobody can tell any more. */
export async function checkCommitment(
  db: LogReader,
  id: string,
  committed: string,
  value: string,
): Promise<'same' | 'other' | 'erased'> {
  const { rows } = await sql<{ salt: Buffer }>`select salt from public_log.salt where id = ${id}`.execute(db);
  const row = rows[0];
  if (!row) return 'erased';
  return opensTo(committed, row.salt, value) ? 'same' : 'other';
}

/** Erasure: the log keeps a number that no longer means anything. */
export async function eraseSalt(tx: LogTransaction, id: string): Promise<void> {
  await sql`delete from public_log.salt where id = ${id}`.execute(tx);
}
