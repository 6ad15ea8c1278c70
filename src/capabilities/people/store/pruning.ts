import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/atomically.ts';

/** What a sign-in leaves behind goes after a day; closed sessions after 90, so that their owner can still ask about them. */
export async function pruneSignIns(tx: Tx): Promise<void> {
  await sql`delete from people.attempt where at < clock_timestamp() - interval '1 day'`.execute(tx);
  await sql`delete from people.used_challenge where used_at < clock_timestamp() - interval '1 day'`.execute(
    tx,
  );
  await sql`delete from people.mailed_code where expires_at < clock_timestamp() - interval '1 day'`.execute(
    tx,
  );
  await sql`delete from people.one_time_link where expires_at < clock_timestamp() - interval '1 day'`.execute(
    tx,
  );
  await sql`delete from people.session
    where least(revoked_at, expires_at) < clock_timestamp() - interval '90 days'`.execute(tx);
}
