import type { CsvColumn } from '../../../../platform/exports/csv.ts';
import type { EntryView } from '../../rules/entry-view.ts';
import { dateSaid, plainNumber } from '../../rules/figure-for-systems.ts';
import type { FigureView, Published, Total } from '../../rules/figure-view.ts';
import type { EngagedCity } from '../../store/impact-page.ts';
import type { PublishedRow } from '../../store/published-page.ts';

interface FigureLine {
  readonly asAt: string;
  readonly figure: FigureView;
  readonly total: Total | undefined;
  readonly said: Published | undefined;
}

/** Each figure once for each currency and published number: what stands side by side on the page. */
export function figureLines(figures: readonly FigureView[], asAt: string): FigureLine[] {
  return figures.flatMap((figure) =>
    (figure.totals.length > 0 ? figure.totals : [undefined]).flatMap((total) => {
      const beside = figure.published.filter(({ currency }) => !total || (currency ?? '') === total.series);
      const all = beside.length > 0 ? beside : [undefined];
      return all.map((said) => ({ asAt, figure, total, said }));
    }),
  );
}

export const figureColumns: readonly CsvColumn<FigureLine>[] = [
  { head: 'as_at', cell: ({ asAt }) => asAt },
  { head: 'objective', cell: ({ figure }) => figure.objective },
  { head: 'key', cell: ({ figure }) => figure.key },
  { head: 'definition_version', cell: ({ figure }) => figure.version },
  { head: 'figure', cell: ({ figure }) => figure.title.en },
  { head: 'computed', cell: ({ total }) => (total ? plainNumber(total.value, total.series) : 0) },
  { head: 'unit', cell: ({ figure, total }) => total?.series || figure.unit },
  { head: 'entries', cell: ({ total }) => total?.entries ?? 0 },
  { head: 'entries_not_verified_by_two', cell: ({ total }) => total?.imported ?? 0 },
  { head: 'cities_global_south', cell: ({ figure }) => figure.shares?.globalSouth },
  { head: 'cities_secondary', cell: ({ figure }) => figure.shares?.secondary },
  { head: 'published', cell: ({ said }) => said?.value },
  { head: 'published_qualifier', cell: ({ said }) => said?.qualifier },
  { head: 'published_on', cell: ({ said }) => said && dateSaid(said) },
  { head: 'published_source', cell: ({ said }) => said?.address ?? said?.source },
  {
    head: 'computed_as_at_publication',
    cell: ({ said }) => said && plainNumber(said.computedThen, said.currency ?? ''),
  },
];

export const cityColumns: readonly CsvColumn<EngagedCity>[] = [
  { head: 'city_id', cell: (city) => city.id },
  { head: 'city', cell: (city) => city.name },
  { head: 'country', cell: (city) => city.country },
  { head: 'latitude', cell: (city) => city.latitude },
  { head: 'longitude', cell: (city) => city.longitude },
  { head: 'engaged_since', cell: (city) => city.since },
];

export const entryColumns: readonly CsvColumn<EntryView>[] = [
  { head: 'id', cell: (entry) => entry.id },
  { head: 'kind', cell: (entry) => entry.kind },
  { head: 'subject', cell: (entry) => entry.subjectName },
  { head: 'city_id', cell: (entry) => entry.cityId },
  { head: 'country', cell: (entry) => entry.country },
  { head: 'date', cell: (entry) => dateSaid(entry) },
  { head: 'counted_on', cell: (entry) => entry.countedOn },
  {
    head: 'amount',
    cell: (entry) =>
      entry.amountMinor === null ? null : plainNumber(BigInt(entry.amountMinor), entry.currency ?? ''),
  },
  { head: 'currency', cell: (entry) => entry.currency },
  {
    head: 'usd_as_stated',
    cell: (entry) => (entry.usdMinor === null ? null : plainNumber(BigInt(entry.usdMinor), 'USD')),
  },
  { head: 'count', cell: (entry) => (entry.count === null ? null : BigInt(entry.count)) },
  { head: 'count_unit', cell: (entry) => entry.countUnit },
  { head: 'qualifier', cell: (entry) => entry.qualifier },
  { head: 'statement', cell: (entry) => entry.statement },
  { head: 'basis', cell: (entry) => entry.stage },
  {
    head: 'evidence',
    cell: (entry) => entry.evidence.map((piece) => piece.address ?? piece.title).join(' ; '),
  },
  { head: 'log_leaf', cell: (entry) => entry.leafIndex },
];

export const publishedColumns: readonly CsvColumn<PublishedRow>[] = [
  { head: 'key', cell: (row) => row.key },
  { head: 'figure', cell: (row) => row.title.en },
  { head: 'about', cell: (row) => row.about },
  { head: 'value', cell: (row) => row.value },
  { head: 'unit', cell: (row) => row.currency ?? row.unit },
  { head: 'qualifier', cell: (row) => row.qualifier },
  { head: 'date', cell: (row) => dateSaid(row) },
  { head: 'wording', cell: (row) => row.wording },
  { head: 'sources', cell: (row) => row.sources.map(({ address, title }) => address ?? title).join(' ; ') },
];
