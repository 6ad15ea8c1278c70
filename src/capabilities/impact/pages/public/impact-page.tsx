import { AsAtPicker } from '../../../../design/as-at-picker.tsx';
import { LineChart } from '../../../../design/charts/line-chart.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Figures } from '../../../../design/layout.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { type FigureView, mainTotal, yearEnds } from '../../rules/figure-view.ts';
import type { ImpactPage as Shown } from '../../store/impact-page.ts';
import type { AsAt } from '../as-at.ts';
import { EngagedMap } from './engaged-map.tsx';
import { FigureOnCard } from './figure-on-card.tsx';

export interface ImpactPageProps extends AsAt {
  readonly page: Shown;
  readonly language: Language;
  readonly href: (path: string) => string;
}

export function ImpactPage({ page, language, href, asAt, today, wrong }: ImpactPageProps) {
  const t = words(language);
  const query = asAt === today ? '' : `?as-at=${asAt}`;
  const engaged = page.figures.find(({ key }) => key === 'cities-engaged-ever');
  return (
    <>
      <PageHead title={t('impact')} lead={t('impact-lead')} />
      {wrong !== null && (
        <Notice tone="stopped" live>
          {t('not-a-day', { asked: wrong.slice(0, 40) })}
        </Notice>
      )}
      <AsAtPicker action={href('/impact')} asAt={asAt} min={page.firstDay ?? undefined} max={today} />
      {page.figures.length === 0 && <EmptyState title={t('no-figures')}>{t('no-figures-why')}</EmptyState>}
      {([1, 2, 3, 4] as const).map((objective) => (
        <section key={objective}>
          <h2>{t(`objective.${objective}`)}</h2>
          <Figures>
            {page.figures
              .filter((figure) => figure.objective === objective)
              .map((figure) => (
                <FigureOnCard
                  key={figure.key}
                  headline={figure === engaged}
                  {...{ figure, asAt, language, href }}
                />
              ))}
          </Figures>
        </section>
      ))}
      {engaged && <EngagedChart figures={page.figures} language={language} href={href} asAt={asAt} />}
      {page.cities.length > 0 && (
        <EngagedMap
          cities={page.cities}
          all={engaged?.shares?.cities ?? page.cities.length}
          reckonings={page.reckonings}
          {...{ language, href, query }}
        />
      )}
      <section>
        <h2>{t('how-to-read')}</h2>
        <p>{t('two-numbers')}</p>
        <p>{t('imported-note')}</p>
        <p>{t('dates-note')}</p>
        <p>
          <a href={href('/impact/definitions')}>{t('all-definitions')}</a> ·{' '}
          <a href={href('/impact/published')}>{t('all-published')}</a> ·{' '}
          <a href={href('/log')}>{t('public-log')}</a>
        </p>
        <p>
          {t('download')} <a href={`/impact.csv${query}`}>CSV</a> · <a href={`/impact.json${query}`}>JSON</a>
        </p>
      </section>
    </>
  );
}

type ChartProps = Pick<ImpactPageProps, 'language' | 'href' | 'asAt'> & {
  readonly figures: readonly FigureView[];
};

/** Cities ever engaged beside those of each year: the two numbers that are easily taken for one another. */
function EngagedChart({ figures, language, href, asAt }: ChartProps) {
  const t = words(language);
  const series = ['cities-engaged-ever', 'cities-engaged-year'].flatMap((key) => {
    const figure = figures.find((one) => one.key === key);
    if (!figure) return [];
    const ends = yearEnds(figure, figure.years, asAt, mainTotal(figure.totals)?.value ?? 0n);
    return [
      {
        name: figure.title[language],
        points: ends.map(({ year, value }) => ({ x: year, y: Number(value) })),
      },
    ];
  });
  const now = series[0]?.points.at(-1)?.y ?? 0;
  return (
    <section>
      <h2>{t('over-the-years')}</h2>
      <LineChart
        title={t('chart-title', { n: now, date: formatDate(language, asAt) })}
        measure={t('chart-measure')}
        xIs={t('year')}
        series={series}
        source={<a href={href('/impact/cities-engaged-ever')}>{t('the-ledger')}</a>}
        csv="/impact/cities-engaged-ever/years.csv"
      />
    </section>
  );
}
