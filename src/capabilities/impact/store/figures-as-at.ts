import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';

/** The version of each definition that holds today; where none does yet, the first that will. */
export function currentDefinitions(today: CalendarDate): RawBuilder<unknown> {
  return sql`select distinct on (key) * from impact.definition order by key, valid_from > ${today}, version desc`;
}

/**
 * Sums by definition and series of the definitions `d`: whole years before for "ever", then months, then days. Reads a few
 * dozen rows of each figure, however many entries there are.
 */
export function sumsAsAt(asAt: CalendarDate): RawBuilder<unknown> {
  const year = `${asAt.slice(0, 4)}-01-01`;
  const month = `${asAt.slice(0, 7)}-01`;
  return sql`select key, version, series, sum(delta)::bigint as value, sum(entries)::bigint as entries, sum(imported)::bigint as imported
    from (
      select s.* from impact.figure_step s join d using (key, version)
      where s.span = 'year' and s.starts < ${year} and d.period = 'ever'
      union all select * from impact.figure_step where span = 'month' and starts >= ${year} and starts < ${month}
      union all select * from impact.figure_step where span = 'day' and starts >= ${month} and starts <= ${asAt}
    ) as step group by key, version, series`;
}

/** The day from which a published number speaks: the last that its date may mean. */
export const publishedDay = sql`impact.last_day(f.date, f.date_precision)`;

/** What the ledger gives for the very day of a published number `f` under the definition `d`. */
export const computedThen = sql`impact.figure_as_at(d.key, d.version, d.period, coalesce(f.currency, ''), ${publishedDay})`;
