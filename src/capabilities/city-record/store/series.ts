import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { CountPoint } from '../rules/count-point.ts';

/**
 * The numbers of people hosted, one for each day counted: the last that was said of it. What was withdrawn, or shown to more people
 * than the fact is now, is left out; for the city itself (`own`) only what was withdrawn.
 */
export function countsColumn(
  cityId: string,
  { own, day }: { own: boolean; day?: CalendarDate | undefined },
): RawBuilder<CountPoint[]> {
  const over = own
    ? sql`(select coalesce(max(w.number), 0) from city_record.statement w where w.city_id = s.city_id and w.kind = s.kind
        and w.item = s.item and w.act = 'withdrawn')`
    : sql`f.hidden_to`;
  const by = day ? sql`and s.said_at < (${day}::date + 1)::timestamp at time zone 'UTC'` : sql``;
  return sql<
    CountPoint[]
  >`coalesce((select jsonb_agg(jsonb_build_object('item', c.item, 'asOf', c.as_of, 'number', c.value -> 'number',
      'how', c.value ->> 'how', 'note', c.value ->> 'note', 'source', c.source) order by c.item, c.as_of)
    from (select distinct on (s.item, s.as_of) s.item, s.as_of, s.value, s.source
      from city_record.statement s join city_record.fact f on f.city_id = s.city_id and f.kind = s.kind and f.item = s.item
      where s.city_id = ${sql.ref(cityId)} and s.kind = 'population' and s.value is not null and s.as_of is not null
        and f.value is not null and s.number > ${over} ${by}
      order by s.item, s.as_of, s.number desc) c), '[]')`;
}

export async function listCounts(
  reader: Reader,
  cityId: string,
  shown: { readonly own: boolean; readonly day?: CalendarDate | undefined },
): Promise<CountPoint[]> {
  const { rows } = await sql<{ counts: CountPoint[] }>`select ${countsColumn('c.id', shown)} as counts
    from city_registry.city c where c.id = ${cityId}`.execute(reader);
  return rows[0]?.counts ?? [];
}
