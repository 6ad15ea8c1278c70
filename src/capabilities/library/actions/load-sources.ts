import type { PublishedFigure } from '../../../edition/index.ts';
import type { LibraryItem } from '../../../edition/index.ts';
import type { Source as EditionSource } from '../../../edition/index.ts';
import { parsePartialDate } from '../../../kernel/calendar-date.ts';
import { stableId } from '../../../kernel/id.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { loadRows } from '../../../platform/database/edition-rows.ts';
import { citeEdition } from '../store/citations.ts';

/** Brings in the edition's sources. First of all loaders: every other record cites them. */
export async function loadSources(tx: Tx, sources: readonly EditionSource[]): Promise<void> {
  const rows = sources.map((record) => ({
    id: stableId('source', record.id),
    slug: record.id,
    title: record.title,
    kind: record.seed ? 'founding-text' : 'web-page',
    address: record.address,
    seed: record.seed,
    publisher: record.publisher,
    ...dated(record.date),
    language: record.language,
  }));
  await loadRows(tx, 'library.source', rows);
}

/** Brings in what has been put out, and what has been said in numbers. */
export async function loadLibrary(
  tx: Tx,
  edition: {
    readonly library: readonly LibraryItem[];
    readonly publishedFigures: readonly PublishedFigure[];
  },
): Promise<void> {
  await loadRows(tx, 'library.publication', edition.library.map(publicationRow));
  await loadRows(tx, 'library.published_figure', edition.publishedFigures.map(figureRow));
  await citeEdition(
    tx,
    'library',
    'publication',
    edition.library.map((record) => ({
      id: stableId('publication', record.id),
      label: inAll(record.title),
      path: null,
      sources: record.sources,
    })),
  );
  await citeEdition(
    tx,
    'library',
    'published-figure',
    edition.publishedFigures.map((record) => ({
      id: stableId('published-figure', record.id),
      label: record.title,
      path: null,
      sources: record.sources,
    })),
  );
}

function publicationRow(record: LibraryItem) {
  return {
    id: stableId('publication', record.id),
    slug: record.id,
    title: record.title,
    publisher: record.publisher,
    type: record.type,
    topics: record.topics,
    languages: record.languages,
    address: record.address,
    ...dated(record.date),
    inferred: record.inferred,
    remark: record.remark,
  };
}

function figureRow(record: PublishedFigure) {
  const date = parsePartialDate(record.date);
  if (!date) throw new RangeError(`published figure ${record.id} has no date`);
  return {
    id: stableId('published-figure', record.id),
    slug: record.id,
    key: record.key,
    value: record.value,
    unit: record.unit,
    currency: record.currency,
    qualifier: record.qualifier,
    about: record.about,
    title: record.title,
    wording: record.wording,
    date: date.date,
    date_precision: date.precision,
    inferred: record.inferred,
    remark: record.remark,
  };
}

function dated(text: string | null): { date: string | null; date_precision: string | null } {
  const read = text === null ? undefined : parsePartialDate(text);
  return { date: read?.date ?? null, date_precision: read?.precision ?? null };
}

/** A title keeps its own language everywhere. */
function inAll(title: string): LocalText {
  return { en: title, fr: title, es: title, pt: title, ar: title };
}
