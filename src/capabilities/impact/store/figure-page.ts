import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate, DatePrecision } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { sourcesCited } from '../../library/index.ts';
import type { ClaimKind } from '../rules/claim-kinds.ts';
import type { Cursor, EntryView } from '../rules/entry-view.ts';
import type { FigureView } from '../rules/figure-view.ts';
import { entryJson } from './entry-json.ts';
import { type FigureJson, figureFromJson, figureJson } from './figure-json.ts';
import { sumsAsAt } from './figures-as-at.ts';

interface Version {
  readonly version: number;
  readonly adopted: CalendarDate;
  readonly precision: DatePrecision;
}

export interface DefinitionView extends Version {
  readonly counts: LocalText;
  readonly doesNotCount: LocalText;
  readonly kinds: readonly ClaimKind[];
  readonly meaningSha256: string;
  readonly leafIndex: number;
  readonly sources: ReturnType<typeof sourcesCited> extends RawBuilder<infer S> ? S : never;
}

export interface FigurePage {
  readonly figure: FigureView;
  readonly definition: DefinitionView;
  readonly versions: readonly Version[];
  readonly entries: readonly EntryView[];
  readonly more: boolean;
}

interface Asked {
  readonly key: string;
  /** The one that holds today when not given. */
  readonly version: number | null;
  readonly asAt: CalendarDate;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly after: Cursor | null;
  readonly limit: number;
}

/** A figure with its definition, versions and a page of its entries, newest first, in one trip. */
export async function readFigurePage(reader: Reader, asked: Asked): Promise<FigurePage | undefined> {
  const { key, version, asAt, today, language, limit } = asked;
  const { rows } = await sql<{
    figure: FigureJson;
    definition: DefinitionView;
    versions: Version[];
    entries: EntryView[] | null;
  }>`with d as (
      select * from impact.definition where key = ${key} and (${version}::int is null or version = ${version})
      order by valid_from > ${today}, version desc limit 1
    ), total as (${sumsAsAt(asAt)}), entry as (${entriesOf(asked)})
    select ${figureJson(asAt)} as figure,
      json_build_object('version', d.version, 'adopted', d.adopted, 'precision', d.adopted_precision, 'counts', d.counts,
        'doesNotCount', d.does_not_count, 'kinds', d.kinds, 'meaningSha256', d.meaning_sha256, 'leafIndex', d.leaf_index,
        'sources', ${sourcesCited('impact', 'definition', 'd.id')}) as definition,
      (select json_agg(json_build_object('version', v.version, 'adopted', v.adopted, 'precision', v.adopted_precision) order by v.version desc)
        from impact.definition v where v.key = d.key) as versions,
      (select json_agg(${entryJson(language)} order by s.counted_on desc, s.claim_id desc) from entry s) as entries
    from d`.execute(reader);
  const [row] = rows;
  if (!row) return undefined;
  const entries = row.entries ?? [];
  return {
    figure: figureFromJson(row.figure),
    definition: row.definition,
    versions: row.versions,
    entries: entries.slice(0, limit),
    more: entries.length > limit,
  };
}

/** Those that `entryJson` reads: the public may not see them all. */
const columns = sql.raw(
  `claim_id, kind, stage, origin, objective, subject_key, subject_name, city_id, day, day_precision, counted_on, amount_minor, currency,
  usd_minor, usd_source, count, count_unit, qualifier, statement, statement_in`,
);

/** One more than asked for, so that the page knows whether there is another. Each kind is read by its own index, newest first. */
function entriesOf({ asAt, after, limit }: Asked): RawBuilder<unknown> {
  const goesOn = after
    ? sql`and (s.counted_on, s.claim_id) < (${after.day}::date, ${after.id}::uuid)`
    : sql``;
  return sql`select s.* from d cross join lateral unnest(d.kinds) as k (kind) cross join lateral (
      select ${columns} from impact.standing s
      where s.kind = k.kind and s.counted and s.counted_on <= ${asAt} ${goesOn}
        and (d.period = 'ever' or s.counted_on >= ${`${asAt.slice(0, 4)}-01-01`})
        and (d.measure <> 'sum-count' or s.count_unit = d.unit)
      order by s.counted_on desc, s.claim_id desc limit ${limit + 1}) s
    order by s.counted_on desc, s.claim_id desc limit ${limit + 1}`;
}
