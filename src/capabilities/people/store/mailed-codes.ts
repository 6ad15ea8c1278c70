import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export async function insertAskedCode(tx: Tx, codeId: string): Promise<void> {
  await tx.insertInto('people.mailed_code').values({ id: codeId }).execute();
}

/** Whose address it is, when that person may sign in. For the worker. */
export async function findAccountByAddress(
  reader: Reader,
  address: string,
): Promise<{ personId: string; name: string } | undefined> {
  return await reader
    .selectFrom('people.email_address as e')
    .innerJoin('people.account as a', 'a.person_id', 'e.person_id')
    .innerJoin('people.person as p', 'p.id', 'e.person_id')
    .select(['p.id as personId', 'p.name'])
    .where('e.address', '=', address)
    .where('a.suspended_at', 'is', null)
    .executeTakeFirst();
}

/** Gives an asked-for code its person and hash, once, while it can still be typed. False when it is too late. */
export async function arrangeCode(
  tx: Tx,
  codeId: string,
  code: { readonly personId: string; readonly address: string; readonly hash: Buffer },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people.mailed_code')
    .set({ person_id: code.personId, address: code.address, code_hash: code.hash })
    .where('id', '=', codeId)
    .where('code_hash', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
