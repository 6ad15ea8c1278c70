import { type RawBuilder, sql } from 'kysely';
import type { CitedSource } from '../rules/source.ts';

/**
 * What a record rests on, as a column of the query that reads the record: one trip, newest source first.
 * @param id the column that holds the record's id, e.g. `seat.id`
 */
export function sourcesCited(capability: string, recordKind: string, id: string): RawBuilder<CitedSource[]> {
  return sql<CitedSource[]>`coalesce((
    select jsonb_agg(jsonb_build_object('slug', s.slug, 'title', s.title, 'publisher', s.publisher,
      'address', s.address, 'date', s.date, 'precision', s.date_precision, 'note', c.note)
      order by s.date desc nulls last, s.slug)
    from library.citation c join library.source s on s.id = c.source_id
    where c.capability = ${capability} and c.record_kind = ${recordKind} and c.record_id = ${sql.ref(id)}), '[]')`;
}
