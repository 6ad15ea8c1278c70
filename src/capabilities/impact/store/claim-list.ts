import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { ClaimKind } from '../rules/claim-kinds.ts';
import type { Origin, Stage } from '../rules/entry.ts';
import type { EntryView } from '../rules/entry-view.ts';
import { entryJson } from './entry-json.ts';
import type { ChangeKind } from './ledger.ts';

export interface ClaimFilters {
  readonly stage?: Stage | undefined;
  readonly kind?: ClaimKind | undefined;
  readonly origin?: Origin | undefined;
  /** Part of the subject's name or of the statement. */
  readonly search?: string | undefined;
}

export interface ClaimRow {
  readonly entry: EntryView;
  readonly changedAt: string;
  readonly openChange: ChangeKind | null;
}

interface Wanted extends ClaimFilters {
  readonly language: Language;
  /** The last row shown: its `changedAt` and id. */
  readonly before?: { readonly changedAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Claims that changed last come first. */
export async function listClaims(tx: Tx, wanted: Wanted): Promise<ClaimRow[]> {
  const { stage, kind, origin, search, before, language, limit } = wanted;
  const like = search && `%${search.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const { rows } = await sql<ClaimRow>`
    select ${entryJson(language)} as entry, to_char(s.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "changedAt",
      (select h.kind from impact.claim_change h where h.id = s.open_change) as "openChange"
    from impact.standing s
    where (${stage ?? null}::text is null or s.stage = ${stage ?? null})
      and (${kind ?? null}::text is null or s.kind = ${kind ?? null})
      and (${origin ?? null}::text is null or s.origin = ${origin ?? null})
      and (${like ?? null}::text is null or s.subject_name ilike ${like ?? null} or s.statement ilike ${like ?? null})
      and (${before?.changedAt ?? null}::timestamptz is null
        or (s.changed_at, s.claim_id) < (${before?.changedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by s.changed_at desc, s.claim_id desc limit ${limit}`.execute(tx);
  return rows;
}

/** What waits for a second person, the oldest first: claims and changes that somebody else proposed, of the kinds given. */
export async function listWaiting(
  tx: Tx,
  personId: string,
  kinds: readonly ClaimKind[],
  language: Language,
  limit: number,
): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select ${entryJson(language)} as entry, to_char(s.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "changedAt",
      h.kind as "openChange"
    from impact.standing s left join impact.claim_change h on h.id = s.open_change
    where (s.stage = 'proposed' or s.open_change is not null) and s.kind = any (${kinds}::text[])
      and coalesce(h.proposed_by, s.proposed_by) is distinct from ${personId}::uuid
    order by s.changed_at limit ${limit}`.execute(tx);
  return rows;
}

/** What I proposed and nobody has decided on yet. */
export async function listMine(
  tx: Tx,
  personId: string,
  language: Language,
  limit: number,
): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select ${entryJson(language)} as entry, to_char(s.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "changedAt",
      h.kind as "openChange"
    from impact.standing s left join impact.claim_change h on h.id = s.open_change
    where (s.stage = 'proposed' or s.open_change is not null) and coalesce(h.proposed_by, s.proposed_by) = ${personId}::uuid
    order by s.changed_at limit ${limit}`.execute(tx);
  return rows;
}
