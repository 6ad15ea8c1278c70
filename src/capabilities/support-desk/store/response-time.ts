import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface ResponseTime {
  /** `all`, `global-south`, `secondary`, `neither`, `unknown`, or `language-fr`. */
  readonly group: string;
  readonly asked: number;
  readonly answered: number;
  /** Hours from the question to the first words of a person; null when nobody was answered. */
  readonly medianHours: number | null;
}

/** Cases opened since then, without those set aside; a city may be of two kinds and counts in both. */
export async function responseTimes(reader: Reader, since: Date): Promise<ResponseTime[]> {
  const { rows } = await sql<ResponseTime>`with timed as materialized (
      select extract(epoch from c.first_reply_at - c.opened_at) / 3600 as hours, c.language, c.city_id, t.global_south, t.secondary_city
      from support_desk.support_case c left join city_registry.city t on t.id = c.city_id
      where c.opened_at >= ${since} and c.stage <> 'set-aside'
    ), grouped as (
      select 'all' as "group", hours from timed
      union all select 'global-south', hours from timed where global_south
      union all select 'secondary', hours from timed where secondary_city
      union all select 'neither', hours from timed where not global_south and not secondary_city
      union all select 'unknown', hours from timed where city_id is null
      union all select 'language-' || language, hours from timed
    )
    select "group", count(*)::int as asked, count(hours)::int as answered,
      (percentile_cont(0.5) within group (order by hours))::float8 as "medianHours"
    from grouped group by "group"`.execute(reader);
  return rows;
}
