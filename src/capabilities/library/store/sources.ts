import { type SelectQueryBuilder, sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { DB, LibrarySource } from '../../../platform/database/schema.generated.ts';
import { partialDate, type Source } from '../rules/source.ts';

export interface SourceFilter {
  readonly search?: string | undefined;
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
}

export interface ListedSource extends Source {
  /** How many public records rest on it. */
  readonly cited: number;
}

interface Listing {
  readonly sources: readonly ListedSource[];
  readonly total: number;
  readonly publishers: readonly string[];
  readonly languages: readonly string[];
}

/** One page of the sources, newest first, with what can be filtered by: one trip. */
export async function listPageOfSources(
  reader: Reader,
  filter: SourceFilter,
  page: { readonly size: number; readonly number: number },
): Promise<Listing> {
  const matching = matches(reader.selectFrom('library.source as source'), filter);
  const row = await reader
    .selectNoFrom(() => [
      sql<{ row: StoredSource; cited: number }[]>`(select coalesce(jsonb_agg(l), '[]') from (
        select to_jsonb(m) as row, (select count(*)::int from library.citation c where c.source_id = m.id) as cited
        from ${matching.selectAll('source')} m
        order by m.date desc nulls last, m.slug limit ${page.size} offset ${page.size * (page.number - 1)}) l)`.as(
        'sources',
      ),
      sql<number>`(select count(*)::int from ${matching.selectAll('source')} m)`.as('total'),
      sql<
        string[]
      >`(select coalesce(array_agg(distinct publisher order by publisher), '{}') from library.source)`.as(
        'publishers',
      ),
      sql<
        string[]
      >`(select coalesce(array_agg(distinct language order by language), '{}') from library.source where language is not null)`.as(
        'languages',
      ),
    ])
    .executeTakeFirstOrThrow();
  const sources = row.sources.map(({ row: stored, cited }) => ({ ...sourceOf(stored), cited }));
  return { ...row, sources };
}

function matches(
  query: SelectQueryBuilder<DB & { source: LibrarySource }, 'source', object>,
  filter: SourceFilter,
) {
  let narrowed = query;
  if (filter.publisher) narrowed = narrowed.where('source.publisher', '=', filter.publisher);
  if (filter.language) narrowed = narrowed.where('source.language', '=', filter.language);
  for (const word of filter.search?.split(/\s+/) ?? []) {
    const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    narrowed = narrowed.where(
      sql<boolean>`unaccent(source.title || ' ' || source.publisher || ' ' || coalesce(source.address, '')) ilike unaccent(${like})`,
    );
  }
  return narrowed;
}

interface StoredSource {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: string;
  readonly address: string | null;
  readonly publisher: string;
  readonly date: string | null;
  readonly date_precision: string | null;
  readonly language: string | null;
}

function sourceOf(row: StoredSource): Source {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    kind: row.kind as Source['kind'],
    address: row.address,
    publisher: row.publisher,
    date: partialDate(row.date, row.date_precision),
    language: row.language,
  };
}

export interface Citing {
  readonly capability: string;
  readonly record_kind: string;
  readonly label: LocalText;
  readonly path: string | null;
  readonly note: string | null;
}

/** A source, by slug or id, with every public record that rests on it. */
export async function findSourceCited(
  reader: Reader,
  slugOrId: string,
): Promise<{ source: Source; citings: Citing[] } | undefined> {
  const row = await reader
    .selectFrom('library.source as source')
    .selectAll('source')
    .select(
      sql<
        Citing[]
      >`coalesce((select jsonb_agg(jsonb_build_object('capability', c.capability, 'record_kind', c.record_kind,
        'label', c.label, 'path', c.path, 'note', c.note) order by c.capability, c.record_kind, c.path, c.label->>'en')
        from library.citation c where c.source_id = source.id), '[]')`.as('citings'),
    )
    .where((is) => is.or([is('source.slug', '=', slugOrId), is(sql<string>`source.id::text`, '=', slugOrId)]))
    .executeTakeFirst();
  return row && { source: sourceOf(row), citings: row.citings };
}

/** The id of the source with this address, if one is known. */
export async function findSourceAt(reader: Reader, address: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('library.source')
    .select('id')
    .where('address', '=', address)
    .orderBy('slug')
    .executeTakeFirst();
  return row?.id;
}

export async function insertSource(tx: Tx, source: Source): Promise<void> {
  await tx
    .insertInto('library.source')
    .values({
      id: source.id,
      slug: source.slug,
      title: source.title,
      kind: source.kind,
      address: source.address,
      publisher: source.publisher,
      date: source.date?.date ?? null,
      date_precision: source.date?.precision ?? null,
      language: source.language,
    })
    .execute();
}
