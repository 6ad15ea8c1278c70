import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { FactKey } from '../rules/fact-kinds.ts';

/** Lets facts of an invented place look as if they had been told some days ago, so that a trial has something to confirm. */
export async function ageFacts(
  tx: Tx,
  cityId: string,
  kinds: readonly FactKey[],
  days: number,
): Promise<void> {
  await sql`update city_record.fact set said_at = said_at - make_interval(days => ${days}), confirmed_at = confirmed_at - make_interval(days => ${days})
    where city_id = ${cityId} and kind = any (${sql.val([...kinds])}::text[])`.execute(tx);
}
