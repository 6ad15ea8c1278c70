import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import { type ChangeSaid, completeAfterDays, followUpAfterDays } from '../rules/follow-up.ts';

export interface FollowUp {
  readonly exchangeId: string;
  readonly cityId: string;
  readonly askedAt: Date;
  readonly changed: ChangeSaid['changed'] | null;
  readonly what: string | null;
  readonly address: string | null;
  readonly answeredAt: Date | null;
}

export async function listFollowUps(reader: Reader, exchangeId: string): Promise<FollowUp[]> {
  const rows = await reader
    .selectFrom('peer_exchange.follow_up')
    .select([
      'exchange_id as exchangeId',
      'city_id as cityId',
      'asked_at as askedAt',
      'changed',
      'what',
      'address',
      'answered_at as answeredAt',
    ])
    .where('exchange_id', '=', exchangeId)
    .orderBy('city_id')
    .execute();
  return rows as FollowUp[];
}

export async function insertFollowUp(
  tx: Tx,
  exchangeId: string,
  cityId: string,
  tokenHash: Buffer,
): Promise<void> {
  await tx
    .insertInto('peer_exchange.follow_up')
    .values({ exchange_id: exchangeId, city_id: cityId, token_hash: tokenHash })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False when it was answered before. */
export async function markFollowedUp(
  tx: Tx,
  of: { readonly exchangeId: string; readonly cityId: string },
  said: ChangeSaid,
  by: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('peer_exchange.follow_up')
    .set({
      changed: said.changed,
      what: said.what,
      address: said.address,
      answered_at: sql<Date>`clock_timestamp()`,
      answered_by: by,
    })
    .where('exchange_id', '=', of.exchangeId)
    .where('city_id', '=', of.cityId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markFollowUpAsked(tx: Tx, exchangeId: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.exchange')
    .set({ follow_up_asked_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', exchangeId)
    .execute();
}

export async function markAllFollowedUp(tx: Tx, exchangeId: string): Promise<void> {
  await tx
    .updateTable('peer_exchange.exchange')
    .set({ followed_up_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', exchangeId)
    .where('followed_up_at', 'is', null)
    .execute();
}

/** What time alone makes due: introductions nobody answered in time, questions after 90 days, exchanges to complete. */
export async function listDue(
  reader: Reader,
  now: Date,
): Promise<readonly { readonly id: string; readonly what: 'lapse' | 'ask' | 'complete' }[]> {
  const { rows } = await sql<{ id: string; what: 'lapse' | 'ask' | 'complete' }>`
    select id, 'lapse' as what from peer_exchange.exchange where stage = 'asking' and consent_by <= ${now}
    union all
    select id, 'ask' from peer_exchange.exchange where stage = 'agreed' and follow_up_asked_at is null
      and met_on <= (${now}::timestamptz at time zone 'UTC')::date - ${followUpAfterDays}::int
    union all
    select id, 'complete' from peer_exchange.exchange where stage = 'agreed'
      and (followed_up_at is not null or follow_up_asked_at <= ${now}::timestamptz - make_interval(days => ${completeAfterDays}::int))
    order by id`.execute(reader);
  return rows;
}
