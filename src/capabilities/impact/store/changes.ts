import type { Reader } from '../../../platform/database/atomically.ts';
import type { Measure } from '../rules/entry.ts';
import { measureOf } from './entry-rows.ts';
import type { ChangeKind } from './ledger.ts';

export interface ProposedChange {
  readonly id: string;
  readonly claimId: string;
  readonly kind: ChangeKind;
  readonly reason: string;
  /** What a correction says anew. */
  readonly says: Measure | null;
}

export async function findChange(reader: Reader, changeId: string): Promise<ProposedChange | undefined> {
  const row = await reader
    .selectFrom('impact.claim_change')
    .selectAll()
    .where('id', '=', changeId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { day, day_precision, statement, visibility, qualifier } = row;
  const says =
    day !== null && day_precision !== null && statement !== null && visibility !== null && qualifier !== null
      ? measureOf({ ...row, day, day_precision, statement, visibility, qualifier })
      : null;
  return { id: row.id, claimId: row.claim_id, kind: row.kind as ChangeKind, reason: row.reason, says };
}
