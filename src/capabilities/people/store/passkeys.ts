import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

export async function listPasskeys(reader: Reader, personId: string): Promise<Passkey[]> {
  return await reader
    .selectFrom('people.passkey')
    .select(['id', 'name', 'synced', 'added_at as addedAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .execute();
}

export async function insertPasskey(
  tx: Tx,
  passkey: {
    readonly id: string;
    readonly personId: string;
    readonly publicKey: Uint8Array;
    readonly counter: number;
    readonly transports: readonly string[];
    readonly name: string;
    readonly synced: boolean;
  },
): Promise<void> {
  await tx
    .insertInto('people.passkey')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      public_key: Buffer.from(passkey.publicKey),
      counter: BigInt(passkey.counter),
      transports: [...passkey.transports],
      name: passkey.name,
      synced: passkey.synced,
    })
    .execute();
}

/** @returns its name, or nothing when it is not theirs */
export async function deletePasskey(tx: Tx, personId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('people.passkey')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}

export async function notePasskeyUse(tx: Tx, id: string, counter: number): Promise<void> {
  await tx
    .updateTable('people.passkey')
    .set({ counter: BigInt(counter), last_used_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

/** False when it was answered before. */
export async function spendChallenge(tx: Tx, hash: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people.used_challenge')
    .values({ hash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
