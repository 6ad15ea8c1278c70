import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { CountUnit } from '../rules/claim-kinds.ts';
import type { Qualifier } from '../rules/entry.ts';
import type { EntryView } from '../rules/entry-view.ts';
import { entryJson } from './entry-json.ts';
import type { ChangeKind } from './ledger.ts';

/** A verified change of an entry, with the leaf that tells of it. */
export interface ChangeView {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly reason: string;
  readonly proposedAs: string;
  readonly proposedAt: string;
  readonly decidedAs: string;
  readonly decidedAt: string;
  readonly leafIndex: number;
}

/** What was first claimed, as it stays for ever. */
export interface FirstSaid {
  readonly statement: string;
  readonly day: CalendarDate;
  readonly precision: DatePrecision;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly count: string | null;
  readonly countUnit: CountUnit | null;
  readonly qualifier: Qualifier;
}

export interface EntryPage {
  readonly entry: EntryView;
  readonly first: FirstSaid;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly proposedAs: string;
  readonly proposedAt: string;
  readonly outcome: 'verified' | 'imported';
  readonly decidedAs: string;
  readonly decidedAt: string;
  readonly leafHash: string | null;
  readonly logSize: number;
  readonly changes: readonly ChangeView[];
  /** Figures under which it counts today. */
  readonly figures: readonly { readonly key: string; readonly title: LocalText }[];
}

/** One entry with all that is public of it, in one trip; undefined when it is not there or not public. */
export async function readEntryPage(
  reader: Reader,
  id: string,
  language: Language,
): Promise<EntryPage | undefined> {
  const { rows } = await sql<{ page: EntryPage }>`
    select json_build_object('entry', ${entryJson(language)},
      'first', json_build_object('statement', c.statement, 'day', c.day, 'precision', c.day_precision, 'amountMinor', c.amount_minor::text,
        'currency', c.currency, 'count', c.count::text, 'countUnit', c.count_unit, 'qualifier', c.qualifier),
      'inferred', c.inferred, 'remark', c.remark, 'proposedAs', c.proposed_as, 'proposedAt', c.proposed_at,
      'outcome', d.outcome, 'decidedAs', d.decided_as, 'decidedAt', d.decided_at,
      'leafHash', (select encode(l.leaf_hash, 'hex') from public_log.leaf l where l.index = d.leaf_index),
      'logSize', (select size from public_log.head),
      'changes', coalesce((select json_agg(json_build_object('id', h.id, 'kind', h.kind, 'reason', h.reason, 'proposedAs', h.proposed_as,
          'proposedAt', h.proposed_at, 'decidedAs', x.decided_as, 'decidedAt', x.decided_at, 'leafIndex', x.leaf_index) order by x.decided_at)
        from impact.claim_change h join impact.claim_decision x on x.change_id = h.id where h.claim_id = c.id and x.outcome = 'verified'), '[]'),
      'figures', coalesce((select json_agg(json_build_object('key', f.key, 'title', f.title) order by f.objective, f.place)
        from (select distinct on (key) * from impact.definition order by key, version desc) f
        where s.counted and s.kind = any (f.kinds) and (f.measure <> 'sum-count' or f.unit = s.count_unit)), '[]')) as page
    from impact.standing s join impact.claim c on c.id = s.claim_id
    join impact.claim_decision d on d.claim_id = c.id and d.change_id is null
    where s.claim_id = ${id}`.execute(reader);
  return rows[0]?.page;
}
