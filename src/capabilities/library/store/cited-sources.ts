import { type RawBuilder, sql } from 'kysely';
import type { CitedSource } from '../rules/source.ts';

/**
 * What a record rests on, as a column of the query that reads the record: one trip, newest source first.
 * @param id the column that holds the record's id, e.g. `seat.id`
 */
export function sourcesCited(capability: string, recordKind: string, id: string): RawBuilder<CitedSource[]> {
  return cited(
    sql`c.capability = ${capability} and c.record_kind = ${recordKind} and c.record_id = ${sql.ref(id)}`,
  );
}

/**
 * The same for a record of any capability that another record points at.
 * @param capability the column that names the capability
 * @param id the column that holds the record's id as text
 */
export function sourcesOfRecord(capability: string, id: string): RawBuilder<CitedSource[]> {
  return cited(sql`c.capability = ${sql.ref(capability)} and c.record_id::text = ${sql.ref(id)}`);
}

function cited(which: RawBuilder<unknown>): RawBuilder<CitedSource[]> {
  return sql<CitedSource[]>`coalesce((
    select jsonb_agg(jsonb_build_object('slug', s.slug, 'title', s.title, 'publisher', s.publisher,
      'address', s.address, 'date', s.date, 'precision', s.date_precision, 'note', c.note)
      order by s.date desc nulls last, s.slug)
    from library.citation c join library.source s on s.id = c.source_id
    where ${which}), '[]')`;
}
