import { type RawBuilder, sql } from 'kysely';
import type { DatePrecision } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { CitedSource } from '../rules/source.ts';
import { sourcesCited } from './cited-sources.ts';

/** A number as somebody published it: never summed, never mixed with computed ones. JSON of the database. */
export interface SaidFigure {
  readonly slug: string;
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly currency: string | null;
  readonly qualifier: 'exactly' | 'about' | 'more than' | 'nearly' | 'at least' | 'up to';
  readonly title: LocalText;
  readonly wording: string | null;
  readonly date: string;
  readonly precision: DatePrecision;
  readonly remark: LocalText | null;
  readonly sources: CitedSource[];
}

/** Figures said about a record, oldest first, as a column of the query that reads the record. @param slug its column */
export function figuresAbout(slug: string): RawBuilder<SaidFigure[]> {
  return figures(sql`f.about = ${sql.ref(slug)}`);
}

/** Figures said under any of these keys about the whole, oldest first. */
export function figuresUnder(keys: readonly string[]): RawBuilder<SaidFigure[]> {
  return figures(sql`f.about is null and f.key = any(${keys}::text[])`);
}

function figures(which: RawBuilder<unknown>): RawBuilder<SaidFigure[]> {
  return sql<SaidFigure[]>`coalesce((
    select jsonb_agg(jsonb_build_object('slug', f.slug, 'key', f.key, 'value', f.value, 'unit', f.unit, 'currency', f.currency,
      'qualifier', f.qualifier, 'title', f.title, 'wording', f.wording, 'date', f.date, 'precision', f.date_precision,
      'remark', f.remark, 'sources', ${sourcesCited('library', 'published-figure', 'f.id')}) order by f.date, f.key, f.value)
    from library.published_figure f where ${which}), '[]')`;
}
