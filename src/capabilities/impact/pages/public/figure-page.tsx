import { AsAtPicker } from '../../../../design/as-at-picker.tsx';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { LineChart } from '../../../../design/charts/line-chart.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { plainNumber } from '../../rules/figure-for-systems.ts';
import { mainTotal, yearEnds } from '../../rules/figure-view.ts';
import type { FigurePage as Shown } from '../../store/figure-page.ts';
import type { AsAt } from '../as-at.ts';
import { chartFormat, sayValue } from '../say.ts';
import { DefinitionBlock } from './definition-block.tsx';
import { EntriesTable } from './entries-table.tsx';
import { PublishedTable } from './published-table.tsx';
import { sayShares } from './say-shares.ts';

export interface FigurePageProps extends AsAt {
  readonly page: Shown;
  readonly language: Language;
  readonly href: (path: string) => string;
  /** Where the next page of entries begins. */
  readonly after: string | null;
}

/** A figure opened: how it is counted, how it grew, what was published, and each entry behind it. */
export function FigurePage({ page, language, href, asAt, today, wrong, after }: FigurePageProps) {
  const t = words(language);
  const { figure, definition } = page;
  const main = mainTotal(figure.totals);
  const title = figure.title[language];
  const old = definition.version !== page.versions[0]?.version;
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/impact'), label: t('impact') }]} />
      <PageHead
        kind={t(`objective.${figure.objective}`)}
        title={title}
        lead={t('figure-lead', {
          value: sayAll(page, language),
          date: formatDate(language, asAt),
        })}
      />
      {wrong !== null && (
        <Notice tone="stopped" live>
          {t('not-a-day', { asked: wrong.slice(0, 40) })}
        </Notice>
      )}
      {old && <Notice title={t('old-version', { n: definition.version })}>{t('old-version-note')}</Notice>}
      <AsAtPicker
        action={href(`/impact/${figure.key}`)}
        asAt={asAt}
        max={today}
        keep={old ? { version: String(definition.version) } : {}}
      />
      {main && <p class="quiet">{t('behind-it', { n: main.entries, imported: main.imported })}</p>}
      {figure.shares && <p>{sayShares(language, figure.shares)}</p>}
      <DefinitionBlock {...{ page, language, href }} />
      <Years {...{ page, language, asAt }} />
      <PublishedTable {...{ figure, language }} />
      <EntriesTable {...{ page, language, href, asAt, after }} />
    </>
  );
}

function sayAll({ figure }: Shown, language: Language): string {
  if (figure.totals.length === 0) return sayValue(language, 0n, figure.unit === 'money' ? 'USD' : '');
  return figure.totals.map((total) => sayValue(language, total.value, total.series)).join(' + ');
}

function Years({ page, language, asAt }: Pick<FigurePageProps, 'page' | 'language' | 'asAt'>) {
  const t = words(language);
  const { figure } = page;
  const main = mainTotal(figure.totals);
  if (!main) return null;
  const ends = yearEnds(
    figure,
    figure.years.filter((year) => year.series === main.series),
    asAt,
    main.value,
  );
  return (
    <section>
      <h2>{t('over-the-years')}</h2>
      <LineChart
        title={t('figure-chart-title', {
          figure: figure.title[language],
          value: sayValue(language, main.value, main.series),
          date: formatDate(language, asAt),
        })}
        measure={t(figure.period === 'ever' ? 'measure-ever' : 'measure-year')}
        xIs={t('year')}
        format={chartFormat(language, main.series)}
        series={[
          {
            name: figure.title[language],
            points: ends.map(({ year, value }) => ({ x: year, y: plainNumber(value, main.series) })),
          },
        ]}
        source={t('the-ledger')}
        csv={`/impact/${figure.key}/years.csv`}
        note={figure.totals.length > 1 ? t('currencies-note') : undefined}
      />
    </section>
  );
}
