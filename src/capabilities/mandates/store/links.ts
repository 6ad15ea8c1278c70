import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** Tells the database which link this transaction follows. @returns the request it opens; nothing for one that is over or was never made */
export async function followLink(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  await sql`select set_config('mmc.mandate_link', ${tokenHash.toString('hex')}, true)`.execute(tx);
  const { rows } = await sql<{ id: string | null }>`select mandates.linked_request() as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

export type AttemptPurpose = 'ask' | 'link' | 'address';

/** Notes a stranger's request and says how many there were in the last hour from the same network, or for the same address. */
export async function countAttempt(
  reader: Reader,
  id: string,
  purpose: AttemptPurpose,
  who: Buffer,
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select mandates.count_attempt(${id}, ${purpose}, ${who}) as n`.execute(reader);
  return rows[0]?.n ?? 0;
}

export async function attemptsOf(reader: Reader, purpose: AttemptPurpose, who: Buffer): Promise<number> {
  const { rows } = await sql<{ n: number }>`select mandates.attempts(${purpose}, ${who}) as n`.execute(
    reader,
  );
  return rows[0]?.n ?? 0;
}

export async function forgetAttempts(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('mandates.attempt')
    .where('at', '<', sql<Date>`clock_timestamp() - interval '1 day'`)
    .execute();
}
