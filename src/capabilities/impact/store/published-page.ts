import { type RawBuilder, sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { sourcesCited } from '../../library/index.ts';
import type { Published } from '../rules/figure-view.ts';

export interface PublishedRow extends Omit<Published, 'computedThen' | 'source' | 'address'> {
  readonly id: string;
  readonly key: string;
  readonly title: LocalText;
  readonly about: string | null;
  readonly remark: LocalText | null;
  /** The ledger itemises figures of this key. */
  readonly itemised: boolean;
  readonly sources: ReturnType<typeof sourcesCited> extends RawBuilder<infer S> ? S : never;
}

/** Everything published in numbers, by what it is about, newest first. */
export async function listPublished(reader: Reader): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select f.id, f.key, f.title, f.value::float8 as value, f.unit, f.currency, f.qualifier, f.wording, f.date as day,
      f.date_precision as precision, f.about, f.remark, exists (select from impact.definition d where d.key = f.key) as itemised,
      ${sourcesCited('library', 'published-figure', 'f.id')} as sources
    from library.published_figure f order by f.title ->> 'en', f.date desc, f.value desc`.execute(reader);
  return rows;
}
