import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { FigureView, Published, Total, YearTotal } from '../rules/figure-view.ts';
import { computedThen, publishedDay } from './figures-as-at.ts';

type Digits<T, K extends keyof T> = Omit<T, K> & Record<K, string>;

export interface FigureJson extends Omit<FigureView, 'totals' | 'years' | 'published'> {
  readonly totals: Digits<Total, 'value'>[] | null;
  readonly years: Digits<YearTotal, 'delta'>[] | null;
  readonly published: Digits<Published, 'computedThen'>[] | null;
}

/** One figure of the definition `d` with its sums in `total`, its years, its published numbers and shares, as JSON. */
export function figureJson(asAt: CalendarDate): RawBuilder<unknown> {
  const year = Number(asAt.slice(0, 4));
  return sql`json_build_object('key', d.key, 'version', d.version, 'objective', d.objective, 'unit', d.unit, 'measure', d.measure,
    'period', d.period, 'title', d.title, 'difference', d.difference,
    'totals', (select json_agg(json_build_object('series', t.series, 'value', t.value::text, 'entries', t.entries, 'imported', t.imported)
        order by t.series <> 'USD', t.series)
      from total t where t.key = d.key and t.version = d.version),
    'years', (select json_agg(json_build_object('year', extract(year from s.starts)::int, 'series', s.series, 'delta', s.delta::text)
        order by s.starts)
      from impact.figure_step s
      where s.key = d.key and s.version = d.version and s.span = 'year' and s.starts < make_date(${year}::int, 1, 1)),
    'published', (select json_agg(json_build_object('value', f.value, 'unit', f.unit, 'currency', f.currency, 'qualifier', f.qualifier,
        'wording', f.wording, 'day', f.date, 'precision', f.date_precision, 'source', said.title, 'address', said.address,
        'computedThen', ${computedThen}::text) order by ${publishedDay}, f.date, f.value)
      from library.published_figure f left join lateral (
        select s.title, s.address from library.citation c join library.source s on s.id = c.source_id
        where c.capability = 'library' and c.record_kind = 'published-figure' and c.record_id = f.id
        order by s.date desc nulls last, s.slug limit 1) said on true
      where f.key = d.key and f.about is null and ${publishedDay} <= ${asAt}),
    'shares', (select json_build_object('cities', count(*), 'globalSouth', count(*) filter (where c.global_south),
        'secondary', count(*) filter (where c.secondary_city))
      from impact.figure_subject s join city_registry.city c on c.id = s.city_id
      where d.unit = 'cities' and s.key = d.key and s.version = d.version and s.first_day <= ${asAt}
        and s.year = case when d.period = 'ever' then 0 else ${year}::int end
      having count(*) > 0))`;
}

export function figureFromJson(json: FigureJson): FigureView {
  return {
    ...json,
    totals: (json.totals ?? []).map((total) => ({ ...total, value: BigInt(total.value) })),
    years: (json.years ?? []).map((year) => ({ ...year, delta: BigInt(year.delta) })),
    published: (json.published ?? []).map((said) => ({
      ...said,
      source: said.source ?? '',
      computedThen: BigInt(said.computedThen),
    })),
  };
}
