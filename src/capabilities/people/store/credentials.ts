import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { FactorsHeld } from '../rules/ways-in.ts';

/** What the person holds, and whether they may still set up their first way in. */
export interface Standing {
  readonly factors: FactorsHeld;
  readonly invitedUntil: Date | null;
}

export async function getStanding(reader: Reader, personId: string): Promise<Standing> {
  const { rows } = await sql<FactorsHeld & { invitedUntil: Date | null }>`select
    exists (select 1 from people.passphrase where person_id = ${personId}) as "hasPassphrase",
    exists (select 1 from people.totp where person_id = ${personId}) as "hasAuthenticator",
    (select count(*)::int from people.printed_code where person_id = ${personId} and used_at is null) as "printedCodesLeft",
    (select count(*)::int from people.passkey where person_id = ${personId}) as passkeys,
    (select invited_until from people.account where person_id = ${personId}) as "invitedUntil"`.execute(
    reader,
  );
  const [row] = rows;
  if (!row) throw notFound();
  const { invitedUntil, ...factors } = row;
  return { factors, invitedUntil };
}

export async function findPassphrase(
  reader: Reader,
  personId: string,
): Promise<{ salt: Buffer; hash: Buffer } | undefined> {
  return await reader
    .selectFrom('people.passphrase')
    .select(['salt', 'hash'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function savePassphrase(tx: Tx, personId: string, salt: Buffer, hash: Buffer): Promise<void> {
  await tx
    .insertInto('people.passphrase')
    .values({ person_id: personId, salt, hash })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ salt, hash, set_at: sql<Date>`clock_timestamp()` }),
    )
    .execute();
}

export async function findSealedSecret(reader: Reader, personId: string): Promise<Buffer | undefined> {
  const row = await reader
    .selectFrom('people.totp')
    .select('sealed_secret')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.sealed_secret;
}

/** The step in which the app was set up counts as used. */
export async function saveSealedSecret(
  tx: Tx,
  personId: string,
  sealed: Buffer,
  step: number,
): Promise<void> {
  const fresh = { sealed_secret: sealed, last_step: step };
  await tx
    .insertInto('people.totp')
    .values({ person_id: personId, ...fresh })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ ...fresh, set_at: sql<Date>`clock_timestamp()` }),
    )
    .execute();
}

/** False when this step, or a later one, was used before: a code seen over a shoulder is worth nothing. */
export async function useStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people.totp')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function replacePrintedCodes(
  tx: Tx,
  personId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.deleteFrom('people.printed_code').where('person_id', '=', personId).execute();
  await tx
    .insertInto('people.printed_code')
    .values(hashes.map((code_hash) => ({ person_id: personId, code_hash })))
    .execute();
}

export async function usePrintedCode(tx: Tx, personId: string, codeHash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people.printed_code')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('person_id', '=', personId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
