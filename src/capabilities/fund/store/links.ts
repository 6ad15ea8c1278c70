import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/atomically.ts';

/** Whose commitments they are: brings the edition's in, and takes away what it no longer says of them. */
export async function loadDonors(
  tx: Tx,
  donors: readonly { readonly commitment_id: string; readonly organisation_id: string }[],
): Promise<void> {
  const rows = sql`jsonb_populate_recordset(null::fund.donor, ${JSON.stringify(donors)}::jsonb)`;
  await sql`delete from fund.donor held where not exists (select 1 from ${rows} n
    where (n.commitment_id, n.organisation_id) = (held.commitment_id, held.organisation_id))`.execute(tx);
  await sql`insert into fund.donor select * from ${rows} n on conflict do nothing`.execute(tx);
}

/** Of which grants the edition's results are; those of results that staff recorded stay. */
export async function loadResultGrants(
  tx: Tx,
  links: readonly { readonly result_id: string; readonly grant_id: string }[],
): Promise<void> {
  const rows = sql`jsonb_populate_recordset(null::fund.result_grant, ${JSON.stringify(links)}::jsonb)`;
  await sql`delete from fund.result_grant held using fund.result r
    where r.id = held.result_id and r.edition_hash is not null and not exists (select 1 from ${rows} n
    where (n.result_id, n.grant_id) = (held.result_id, held.grant_id))`.execute(tx);
  await sql`insert into fund.result_grant select * from ${rows} n on conflict do nothing`.execute(tx);
}
