import { type RawBuilder, sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Period, WindowChange } from '../rules/window-change.ts';
import type { StageKey } from '../rules/window.ts';

/** Of `fund.window_change h`: what the public may read of it. */
export const windowChangeJson = sql`jsonb_build_object('id', h.id, 'windowId', h.window_id, 'kind', h.kind, 'stage', h.stage,
  'fromOpensAt', h.from_opens_at, 'fromClosesAt', h.from_closes_at, 'toOpensAt', h.to_opens_at, 'toClosesAt', h.to_closes_at,
  'reason', h.reason, 'decision', h.decision, 'decidedAt', h.decided_at, 'leafIndex', h.leaf_index)`;

export interface WindowChangeRow {
  readonly id: string;
  readonly windowId: string;
  readonly kind: WindowChange['kind'];
  readonly stage: StageKey | null;
  readonly fromOpensAt: string | null;
  readonly fromClosesAt: string | null;
  readonly toOpensAt: string | null;
  readonly toClosesAt: string | null;
  readonly reason: LocalText;
  readonly decision: WindowChange['decision'];
  readonly decidedAt: string | null;
  readonly leafIndex: number | null;
}

/** What was done, without who did it. */
export type ShownChange = Omit<WindowChange, 'termsVersion'>;

export function changeOf(row: WindowChangeRow): ShownChange {
  return {
    id: row.id,
    windowId: row.windowId,
    kind: row.kind,
    stage: row.stage,
    from: period(row.fromOpensAt, row.fromClosesAt),
    to: period(row.toOpensAt, row.toClosesAt),
    reason: row.reason,
    decision: row.decision,
    decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt),
    leafIndex: row.leafIndex,
  };
}

/** Approved public acts on windows under a condition on `h`, the newest first. */
export function approvedChanges(which: RawBuilder<unknown>): RawBuilder<WindowChangeRow[]> {
  return sql<WindowChangeRow[]>`coalesce((select jsonb_agg(${windowChangeJson} order by h.decided_at desc)
    from fund.window_change h where h.decision = 'approved' and ${which}), '[]')`;
}

/** A change with the people it goes through, for staff. */
export interface KeptChange extends WindowChange {
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedWhy: string | null;
}

/** All that was proposed for a window, the newest first. */
export async function listChanges(reader: Reader, windowId: string): Promise<KeptChange[]> {
  return (await changes(reader).where('h.window_id', '=', windowId).execute()).map(keptChangeOf);
}

/** The change, locked for a decision; undefined when there is none. */
export async function lockChange(tx: Tx, id: string): Promise<KeptChange | undefined> {
  const row = await changes(tx).where('h.id', '=', id).forUpdate('h').executeTakeFirst();
  return row && keptChangeOf(row);
}

function changes(reader: Reader) {
  return reader
    .selectFrom('fund.window_change as h')
    .leftJoin('people.person as proposer', 'proposer.id', 'h.proposed_by')
    .leftJoin('people.person as decider', 'decider.id', 'h.decided_by')
    .select([
      sql<WindowChangeRow>`${windowChangeJson}`.as('said'),
      'h.terms_version',
      'h.proposed_by',
      'h.proposed_at',
      'h.decided_why',
      'proposer.name as proposer_name',
      'decider.name as decider_name',
    ])
    .orderBy('h.proposed_at', 'desc');
}

type ChangesRow = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number];

function keptChangeOf(row: ChangesRow): KeptChange {
  return {
    ...changeOf(row.said),
    termsVersion: row.terms_version,
    proposedBy: row.proposed_by,
    proposedByName: row.proposer_name ?? '',
    proposedAt: row.proposed_at,
    decidedByName: row.decider_name,
    decidedWhy: row.decided_why,
  };
}

interface Proposal
  extends Pick<
    WindowChange,
    'id' | 'windowId' | 'kind' | 'stage' | 'from' | 'to' | 'termsVersion' | 'reason'
  > {
  readonly proposedBy: string | null;
}

/** @returns false when the same is waiting already */
export async function insertChange(tx: Tx, change: Proposal): Promise<boolean> {
  const inserted = await tx
    .insertInto('fund.window_change')
    .values({
      id: change.id,
      window_id: change.windowId,
      kind: change.kind,
      stage: change.stage,
      from_opens_at: change.from?.opensAt ?? null,
      from_closes_at: change.from?.closesAt ?? null,
      to_opens_at: change.to?.opensAt ?? null,
      to_closes_at: change.to?.closesAt ?? null,
      terms_version: change.termsVersion,
      reason: JSON.stringify(change.reason),
      proposed_by: change.proposedBy ?? '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function markChange(
  tx: Tx,
  id: string,
  decided: { readonly decision: string; readonly by: string | null; readonly why?: string | null },
): Promise<void> {
  await tx
    .updateTable('fund.window_change')
    .set({
      decision: decided.decision,
      decided_by: decided.by,
      decided_at: sql<Date>`clock_timestamp()`,
      decided_why: decided.why ?? null,
    })
    .where('id', '=', id)
    .execute();
}

export async function markLeaf(tx: Tx, id: string, leafIndex: number, by: string | null): Promise<void> {
  await tx
    .updateTable('fund.window_change')
    .set({ leaf_index: BigInt(leafIndex), decided_by: by })
    .where('id', '=', id)
    .execute();
}

function period(opensAt: string | null, closesAt: string | null): Period | null {
  return opensAt !== null && closesAt !== null
    ? { opensAt: new Date(opensAt), closesAt: new Date(closesAt) }
    : null;
}
