import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface Account {
  readonly invitedUntil: Date | null;
  readonly suspendedAt: Date | null;
  readonly suspendedWhy: string | null;
  readonly trial: boolean;
}

export async function findAccount(reader: Reader, personId: string): Promise<Account | undefined> {
  return await reader
    .selectFrom('people.account')
    .select([
      'invited_until as invitedUntil',
      'suspended_at as suspendedAt',
      'suspended_why as suspendedWhy',
      'trial',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** One change at a time for each person, by themself or by others. */
export async function lockAccount(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`account ${personId}`}, 0))`.execute(tx);
}

export async function insertAccount(
  tx: Tx,
  account: { readonly personId: string; readonly invitedUntil: Date; readonly invitedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('people.account')
    .values({
      person_id: account.personId,
      invited_until: account.invitedUntil,
      invited_by: account.invitedBy,
    })
    .execute();
}

export async function markInvited(
  tx: Tx,
  personId: string,
  until: Date,
  invitedBy: string | null,
): Promise<void> {
  await tx
    .updateTable('people.account')
    .set({ invited_until: until, invited_by: invitedBy })
    .where('person_id', '=', personId)
    .execute();
}

export async function markSuspended(
  tx: Tx,
  personId: string,
  suspended: { readonly by: string | null; readonly why: string } | undefined,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('people.account')
    .set({
      suspended_at: suspended ? sql<Date>`clock_timestamp()` : null,
      suspended_by: suspended?.by ?? null,
      suspended_why: suspended?.why ?? null,
    })
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound();
}

/** One at a time, so that two administrators cannot end each other's role at once and leave none. */
export async function lockAdministration(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('administration', 0))`.execute(tx);
}
