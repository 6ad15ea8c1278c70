import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Cell } from '../../../platform/exports/csv.ts';

/** Engagements that stem from no other record and are public, under the columns of the import, with their first source. */
export async function listEngagementsByHand(reader: Reader): Promise<Readonly<Record<string, Cell>>[]> {
  const { rows } = await sql<Record<string, Cell>>`
    select c.geonames_id, e.kind, e.object ->> 'en' as object,
      left(e.from_date::text, case e.from_precision when 'year' then 4 when 'month' then 7 else 10 end) as date,
      s.title as source_title, s.publisher as source_publisher, s.address as source_address
    from city_registry.engagement e
    join city_registry.city c on c.id = e.city_id
    left join lateral (select source.* from library.citation cited join library.source source on source.id = cited.source_id
      where cited.capability = 'city-registry' and cited.record_kind = 'engagement' and cited.record_id = e.id
      order by source.slug limit 1) s on true
    where e.record_id is null and e.visibility = 'public' and e.withdrawn_at is null
    order by e.from_date, e.id`.execute(reader);
  return rows;
}
