import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** @returns the id to write to, which may be an older one; null when nothing is to be mailed */
export async function askToSubscribe(
  tx: Tx,
  wanted: {
    readonly id: string;
    readonly responseId: string;
    readonly address: string;
    readonly language: Language;
    readonly tokenHash: Buffer;
  },
): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select emergency.subscribe(${wanted.id}, ${wanted.responseId}, ${wanted.address},
    ${wanted.language}, ${wanted.tokenHash}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function findSubscription(
  reader: Reader,
  tokenHash: Buffer,
): Promise<{ responseId: string; isConfirmed: boolean } | undefined> {
  const { rows } = await sql<{ responseId: string; isConfirmed: boolean }>`select response_id as "responseId",
    is_confirmed as "isConfirmed" from emergency.subscribed(${tokenHash})`.execute(reader);
  return rows[0];
}

/** @returns the response, or null when no subscription has this token */
export async function confirmSubscription(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select emergency.confirm_subscription(${tokenHash}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function endSubscription(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select emergency.end_subscription(${tokenHash}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function countSubscribed(reader: Reader, responseId: string): Promise<number> {
  const { rows } = await sql<{
    n: number | null;
  }>`select emergency.count_subscribed(${responseId}) as n`.execute(reader);
  return rows[0]?.n ?? 0;
}

/** Addresses that have served: never confirmed within a week, or of an emergency closed for a month. By the worker. */
export async function forgetSubscribers(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`delete from emergency.subscription s
    where (s.confirmed_at is null and s.asked_at < ${now}::timestamptz - interval '7 days')
      or exists (select from emergency.response r where r.id = s.response_id and r.closed_at < ${now}::timestamptz - interval '30 days')
    returning s.id`.execute(tx);
  return rows.length;
}
