import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Entry, Evidence, Stage } from '../rules/entry.ts';
import { evidenceRows, insertEvidence } from './insert-claims.ts';
import { entryOf, measureColumns } from './entry-rows.ts';

/** A claim as it stands now, with the change that waits for a second person. */
export interface StandingClaim {
  readonly id: string;
  readonly stage: Stage;
  readonly version: number;
  readonly entry: Entry;
  readonly dedupKey: string;
  readonly proposedBy: string | null;
  readonly openChange: { readonly id: string; readonly kind: ChangeKind; readonly proposedBy: string } | null;
}

export type ChangeKind = 'correction' | 'withdrawal' | 'confirmation';

/**
 * Decisions happen one after another: sums must not race, and the log lets only one append at a time anyway.
 * Held until the transaction ends; take it first.
 */
export async function lockLedger(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('impact ledger', 0))`.execute(tx);
}

export async function findStanding(reader: Reader, claimId: string): Promise<StandingClaim | undefined> {
  const row = await reader
    .selectFrom('impact.standing as s')
    .leftJoin('impact.claim_change as c', 'c.id', 's.open_change')
    .selectAll('s')
    .select(['c.id as change_id', 'c.kind as change_kind', 'c.proposed_by as change_by'])
    .where('s.claim_id', '=', claimId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.claim_id,
    stage: row.stage as Stage,
    version: row.version,
    entry: entryOf(row),
    dedupKey: row.dedup_key,
    proposedBy: row.proposed_by,
    openChange:
      row.change_id !== null && row.change_by !== null
        ? { id: row.change_id, kind: row.change_kind as ChangeKind, proposedBy: row.change_by }
        : null,
  };
}

/** The claim that a new one with this key, or with the same facts under any record, would tell again. */
export async function findDuplicate(
  reader: Reader,
  key: string,
  besides?: string,
): Promise<string | undefined> {
  let query = reader
    .selectFrom('impact.standing')
    .select('claim_id')
    .where('stage', 'in', ['proposed', 'verified', 'imported'])
    .where((where) =>
      where.or([where('dedup_key', '=', key), where('dedup_key', 'like', `${escapeLike(key)} | %`)]),
    )
    .limit(1);
  if (besides) query = query.where('claim_id', '!=', besides);
  return (await query.executeTakeFirst())?.claim_id;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}

interface Standing {
  readonly stage: Stage;
  readonly openChange: string | null;
  readonly entry?: Entry;
  readonly dedupKey?: string;
}

export async function markStanding(tx: Tx, claimId: string, now: Standing): Promise<void> {
  await tx
    .updateTable('impact.standing')
    .set({
      stage: now.stage,
      open_change: now.openChange,
      changed_at: sql`clock_timestamp()`,
      version: sql`version + 1`,
      ...(now.entry ? { ...measureColumns(now.entry), statement_in: null } : {}),
      ...(now.dedupKey ? { dedup_key: now.dedupKey } : {}),
    })
    .where('claim_id', '=', claimId)
    .execute();
}

export interface NewDecision {
  readonly id: string;
  readonly claimId: string;
  readonly changeId: string | null;
  readonly outcome: 'verified' | 'refused' | 'taken-back' | 'imported';
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAs: string;
  readonly leafIndex: number | null;
}

export async function insertDecisions(tx: Tx, decisions: readonly NewDecision[]): Promise<void> {
  for (let start = 0; start < decisions.length; start += 1000) {
    const some = decisions.slice(start, start + 1000);
    await tx
      .insertInto('impact.claim_decision')
      .values(
        some.map((one) => ({
          id: one.id,
          claim_id: one.claimId,
          change_id: one.changeId,
          outcome: one.outcome,
          reason: one.reason,
          decided_by: one.decidedBy,
          decided_as: one.decidedAs,
          leaf_index: one.leafIndex === null ? null : BigInt(one.leafIndex),
        })),
      )
      .execute();
  }
}

export interface NewChange {
  readonly id: string;
  readonly claimId: string;
  readonly kind: ChangeKind;
  readonly reason: string;
  /** What the entry says from now on; only of a correction. */
  readonly entry: Entry | null;
  readonly evidence: readonly Evidence[];
  readonly evidenceIds: readonly string[];
  readonly proposedBy: string;
  readonly proposedAs: string;
}

export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  await tx
    .insertInto('impact.claim_change')
    .values({
      id: change.id,
      claim_id: change.claimId,
      kind: change.kind,
      reason: change.reason,
      proposed_by: change.proposedBy,
      proposed_as: change.proposedAs,
      ...(change.entry ? measureColumns(change.entry) : {}),
    })
    .execute();
  await insertEvidence(tx, evidenceRows(change.claimId, change.id, change.evidence, change.evidenceIds));
}
