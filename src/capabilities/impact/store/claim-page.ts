import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { Visibility } from '../rules/entry.ts';
import type { EntryView } from '../rules/entry-view.ts';
import { entryJson } from './entry-json.ts';
import type { ChangeKind } from './ledger.ts';

interface DecisionRow {
  readonly id: string;
  readonly changeId: string | null;
  readonly outcome: 'verified' | 'refused' | 'taken-back' | 'imported';
  readonly reason: string | null;
  readonly as: string;
  readonly at: string;
  readonly leafIndex: number | null;
}

/** A change as proposed; a correction with what it says anew. */
export interface ChangeRow extends Pick<EntryView, 'amountMinor' | 'currency' | 'count' | 'countUnit'> {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly reason: string;
  readonly as: string;
  readonly at: string;
  readonly day: EntryView['day'] | null;
  readonly precision: EntryView['precision'] | null;
  readonly qualifier: EntryView['qualifier'] | null;
  readonly statement: string | null;
  readonly visibility: Visibility | null;
}

/** A claim as the secretariat sees it, with all that was proposed and decided. */
export interface ClaimPage {
  readonly entry: EntryView;
  readonly version: number;
  readonly visibility: Visibility;
  readonly proposedBy: string | null;
  readonly proposedAs: string;
  readonly proposedAt: string;
  readonly record: { readonly kind: string; readonly id: string } | null;
  readonly remark: LocalText | null;
  readonly openChange: { readonly id: string; readonly proposedBy: string } | null;
  readonly changes: readonly ChangeRow[];
  readonly decisions: readonly DecisionRow[];
}

export async function readClaimPage(tx: Tx, id: string, language: Language): Promise<ClaimPage | undefined> {
  const { rows } = await sql<{ page: ClaimPage }>`
    select json_build_object('entry', ${entryJson(language)}, 'version', s.version, 'visibility', s.visibility,
      'proposedBy', s.proposed_by, 'proposedAs', c.proposed_as, 'proposedAt', c.proposed_at, 'remark', c.remark,
      'record', case when c.record_id is not null then json_build_object('kind', c.record_kind, 'id', c.record_id) end,
      'openChange', (select json_build_object('id', h.id, 'proposedBy', h.proposed_by) from impact.claim_change h where h.id = s.open_change),
      'changes', coalesce((select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'reason', h.reason, 'as', h.proposed_as,
          'at', h.proposed_at, 'day', h.day, 'precision', h.day_precision, 'amountMinor', h.amount_minor::text, 'currency', h.currency,
          'count', h.count::text, 'countUnit', h.count_unit, 'qualifier', h.qualifier, 'statement', h.statement,
          'visibility', h.visibility) order by h.proposed_at)
        from impact.claim_change h where h.claim_id = c.id), '[]'),
      'decisions', coalesce((select json_agg(json_build_object('id', d.id, 'changeId', d.change_id, 'outcome', d.outcome,
          'reason', d.reason, 'as', d.decided_as, 'at', d.decided_at, 'leafIndex', d.leaf_index) order by d.decided_at)
        from impact.claim_decision d where d.claim_id = c.id), '[]')) as page
    from impact.standing s join impact.claim c on c.id = s.claim_id where s.claim_id = ${id}`.execute(tx);
  return rows[0]?.page;
}
