import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/atomically.ts';
import { dedupKey } from '../rules/dedup-key.ts';
import type { Evidence, NewClaim, Origin } from '../rules/entry.ts';
import { measureColumns, standingColumns } from './entry-rows.ts';
import { rowsAsJson } from './rows-as-json.ts';

export interface ClaimToInsert {
  readonly id: string;
  readonly claim: NewClaim;
  readonly origin: Origin;
  readonly stage: 'proposed' | 'imported';
  readonly proposedBy: string | null;
  readonly proposedAs: string;
  readonly evidenceIds: readonly string[];
}

/**
 * Adds claims with their evidence and standing, in three statements. Nothing is counted yet.
 * @returns ids of those left out because a claim with the same key stands already
 */
export async function insertClaims(tx: Tx, claims: readonly ClaimToInsert[]): Promise<string[]> {
  const keyed = claims.map((one) => ({ ...one, key: dedupKey(one.claim, one.claim.record) }));
  const taken = new Set<string>();
  const held = await findKeys(
    tx,
    keyed.map(({ key }) => key),
  );
  const fresh = keyed.filter(({ key }) => {
    if (held.has(key) || taken.has(key)) return false;
    taken.add(key);
    return true;
  });
  await sql`insert into impact.claim (id, kind, subject_kind, subject_id, subject_name, city_id, day, day_precision, amount_minor,
      currency, usd_minor, usd_source, count, count_unit, qualifier, objective, statement, statement_in, dedup_key, origin, record_kind, record_id, visibility,
      proposed_by, proposed_as, inferred, remark)
    select id, kind, subject_kind, subject_id, subject_name, city_id, day, day_precision, amount_minor, currency, usd_minor,
      usd_source, count, count_unit, qualifier, objective, statement, statement_in, dedup_key, origin, record_kind, record_id, visibility, proposed_by,
      proposed_as, inferred, remark
    from jsonb_populate_recordset(null::impact.claim, ${rowsAsJson(fresh.map(claimRow))})`.execute(tx);
  await insertEvidence(
    tx,
    fresh.flatMap(({ id, claim, evidenceIds }) => evidenceRows(id, null, claim.evidence, evidenceIds)),
  );
  await sql`insert into impact.standing (claim_id, kind, stage, visibility, subject_key, subject_name, city_id, day, day_precision,
      amount_minor, currency, usd_minor, usd_source, count, count_unit, qualifier, objective, statement, statement_in, dedup_key, origin, proposed_by)
    select claim_id, kind, stage, visibility, subject_key, subject_name, city_id, day, day_precision, amount_minor, currency,
      usd_minor, usd_source, count, count_unit, qualifier, objective, statement, statement_in, dedup_key, origin, proposed_by
    from jsonb_populate_recordset(null::impact.standing, ${rowsAsJson(fresh.map(standingRow))})`.execute(tx);
  const stored = new Set(fresh.map(({ id }) => id));
  return claims.filter(({ id }) => !stored.has(id)).map(({ id }) => id);
}

type Keyed = ClaimToInsert & { readonly key: string };

function claimRow({ id, claim, origin, proposedBy, proposedAs, key }: Keyed) {
  return {
    id,
    kind: claim.kind,
    subject_kind: claim.subject.kind,
    subject_id: claim.subject.id,
    subject_name: claim.subject.name,
    city_id: claim.subject.cityId,
    ...measureColumns(claim),
    objective: claim.objective,
    dedup_key: key,
    origin,
    record_kind: claim.record?.kind ?? null,
    record_id: claim.record?.id ?? null,
    proposed_by: proposedBy,
    proposed_as: proposedAs,
    statement_in: claim.statementIn,
    inferred: claim.inferred,
    remark: claim.remark,
  };
}

function standingRow({ id, claim, origin, stage, proposedBy, key }: Keyed) {
  return {
    claim_id: id,
    stage,
    dedup_key: key,
    origin,
    proposed_by: proposedBy,
    statement_in: claim.statementIn,
    ...standingColumns(claim),
  };
}

async function findKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ dedup_key: string }>`select dedup_key from impact.standing
    where dedup_key = any (${keys}::text[]) and stage in ('proposed', 'verified', 'imported')`.execute(tx);
  return new Set(rows.rows.map((row) => row.dedup_key));
}

export function evidenceRows(
  claimId: string,
  changeId: string | null,
  evidence: readonly Evidence[],
  ids: readonly string[],
) {
  return evidence.map((piece, index) => ({
    id: ids[index],
    claim_id: claimId,
    change_id: changeId,
    place: index + 1,
    title: piece.title,
    source: piece.source,
    address: piece.address,
    file_sha256: piece.fileSha256,
    day: piece.on?.date ?? null,
    day_precision: piece.on?.precision ?? null,
  }));
}

export async function insertEvidence(tx: Tx, rows: ReturnType<typeof evidenceRows>): Promise<void> {
  await sql`insert into impact.claim_evidence (id, claim_id, change_id, place, title, source, address, file_sha256, day, day_precision)
    select id, claim_id, change_id, place, title, source, address, file_sha256, day, day_precision
    from jsonb_populate_recordset(null::impact.claim_evidence, ${rowsAsJson(rows)})`.execute(tx);
}
