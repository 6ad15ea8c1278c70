import { LineChart } from '../../../design/charts/line-chart.tsx';
import { Table } from '../../../design/table.tsx';
import type { Language } from '../../../kernel/language.ts';
import { type CalendarDate, yearOf } from '../../../kernel/calendar-date.ts';
import { formatDate, formatNumber } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { CountPoint } from '../rules/count-point.ts';
import { kindOf } from '../rules/fact-kinds.ts';
import { countedHow } from './value-view.tsx';

interface ChartProps {
  readonly language: Language;
  readonly counts: readonly CountPoint[];
  /** Without the table of every number, where the page has little room. */
  readonly bare?: boolean;
}

/** People hosted over the years: one line for each sort, never one sum. */
export function PopulationChart({ language, counts, bare }: ChartProps) {
  const t = words(language);
  const items = kindOf('population').items as readonly string[];
  const told = items.flatMap((item) => {
    const points = counts.filter((count) => count.item === item);
    const newest = points.at(-1);
    return newest
      ? [{ name: t(`item.population.${item}` as 'item.population.migrants'), points, newest }]
      : [];
  });
  if (told.length === 0) return null;
  const list = told.map(({ name, newest }) =>
    t('chart-part', { kind: name, n: newest.number, year: String(yearOf(newest.asOf)) }),
  );
  const sources = [...new Set(told.flatMap(({ points }) => points.flatMap(({ source }) => source ?? [])))];
  return (
    <>
      <LineChart
        title={t('chart-title', { n: told.length, list: new Intl.ListFormat(language).format(list) })}
        measure={t('chart-measure')}
        source={t('sources-told', { sources: sources.slice(0, 4).join('; ') })}
        xIs={t('chart-year')}
        formatX={(x) => String(Math.floor(x))}
        series={told.map(({ name, points }) => ({
          name,
          points: points.map(({ asOf, number }) => ({ x: yearAndPart(asOf), y: number })),
        }))}
      />
      {!bare && counts.length > told.length && <EveryCount language={language} counts={counts} />}
      <p class="quiet">{t('never-sum')}</p>
    </>
  );
}

/** Each with its source and how it was counted, which the chart's own table leaves out. */
function EveryCount({ language, counts }: ChartProps) {
  const t = words(language);
  return (
    <details>
      <summary>{t('series-caption')}</summary>
      <Table
        caption={t('series-caption')}
        captionHidden
        rows={counts.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))}
        rowKey={({ item, asOf }) => `${item} ${asOf}`}
        columns={[
          {
            key: 'what',
            title: t('what'),
            rowHeader: true,
            cell: ({ item }) => t(`item.population.${item}` as 'item.population.migrants'),
          },
          { key: 'as-of', title: t('as-of'), cell: ({ asOf }) => formatDate(language, asOf) },
          {
            key: 'number',
            title: t('field.number'),
            figure: true,
            cell: ({ number }) => formatNumber(language, number),
          },
          { key: 'how', title: t('field.how'), cell: ({ how }) => countedHow(language, how) },
          { key: 'source', title: t('source'), cell: ({ source }) => <span dir="auto">{source}</span> },
        ]}
      />
    </details>
  );
}

/** 2024-07-01 is 2024.5. */
function yearAndPart(day: CalendarDate): number {
  const year = yearOf(day);
  const begin = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${day}T00:00:00Z`) - begin) / (Date.UTC(year + 1, 0, 1) - begin);
}
