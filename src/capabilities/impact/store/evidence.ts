import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Evidence, RecordReference } from '../rules/entry.ts';

/** What a claim was proposed with; with `changeId`, what that change brought. */
export async function listEvidence(reader: Reader, claimId: string, changeId?: string): Promise<Evidence[]> {
  const rows = await reader
    .selectFrom('impact.claim_evidence')
    .select(['title', 'source', 'address', 'file_sha256', 'day', 'day_precision'])
    .where('claim_id', '=', claimId)
    .where('change_id', changeId ? '=' : 'is', changeId ?? null)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    title: row.title,
    source: row.source,
    address: row.address,
    fileSha256: row.file_sha256,
    on:
      row.day === null
        ? null
        : { date: row.day as CalendarDate, precision: row.day_precision as DatePrecision },
  }));
}

export async function findRecord(reader: Reader, claimId: string): Promise<RecordReference | null> {
  const row = await reader
    .selectFrom('impact.claim')
    .select(['record_kind', 'record_id'])
    .where('id', '=', claimId)
    .executeTakeFirst();
  return row?.record_kind && row.record_id ? { kind: row.record_kind, id: row.record_id } : null;
}
