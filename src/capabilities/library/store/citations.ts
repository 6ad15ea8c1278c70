import { sql } from 'kysely';
import { stableId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { CitingRecord, SourceNamed } from '../rules/source.ts';

/** Says on which sources a public record rests; those it rests on already stay. */
export async function citeSources(
  tx: Tx,
  record: CitingRecord,
  sourceIds: readonly string[],
  note: string | null = null,
): Promise<void> {
  if (sourceIds.length === 0) return;
  await tx
    .insertInto('library.citation')
    .values(
      sourceIds.map((sourceId) => ({
        source_id: sourceId,
        capability: record.capability,
        record_kind: record.kind,
        record_id: record.id,
        label: JSON.stringify(record.label),
        path: record.path,
        note,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A record of the edition with the sources it names. */
export type EditionCitation = CitingRecord & { readonly sources: readonly SourceNamed[] };

/**
 * The same for all records of one kind that came with the edition, in two statements:
 * what the edition no longer cites goes, what staff have cited stays.
 */
export async function citeEdition(
  tx: Tx,
  capability: string,
  kind: string,
  records: readonly Omit<EditionCitation, 'capability' | 'kind'>[],
): Promise<void> {
  const cited = records.flatMap((record) =>
    record.sources.map(({ source, note }) => ({
      source_id: stableId('source', source),
      capability,
      record_kind: kind,
      record_id: record.id,
      label: record.label,
      path: record.path,
      note: note ?? null,
      by_edition: true,
    })),
  );
  const rows = sql`jsonb_populate_recordset(null::library.citation, ${JSON.stringify(cited)}::jsonb)`;
  await sql`delete from library.citation c where c.by_edition and c.capability = ${capability} and c.record_kind = ${kind}
    and not exists (select 1 from ${rows} n where n.record_id = c.record_id and n.source_id = c.source_id)`.execute(
    tx,
  );
  await sql`insert into library.citation as held (source_id, capability, record_kind, record_id, label, path, note, by_edition)
    select source_id, capability, record_kind, record_id, label, path, note, by_edition from ${rows} n
    on conflict (capability, record_kind, record_id, source_id) do update
    set label = excluded.label, path = excluded.path, note = excluded.note, by_edition = true
    where (held.label, held.path, held.note, held.by_edition) is distinct from (excluded.label, excluded.path, excluded.note, true)`.execute(
    tx,
  );
}
