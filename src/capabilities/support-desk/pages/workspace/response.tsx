import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { BarChart } from '../../../../design/charts/bar-chart.tsx';
import { FigureCard } from '../../../../design/figure-card.tsx';
import { Figures } from '../../../../design/layout.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { type Language, languages } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate, formatNumber, languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { cityKinds } from '../../rules/case.ts';
import { type ResponseTime, responseTimes } from '../../store/response-time.ts';
import { satisfactionSince } from '../../store/surveys.ts';

const days = 365;

/** How long cities wait for the first words of a person, by kind of city: the desk's own figure, with how it is counted. */
export async function showResponse(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const since = new Date(world.now().getTime() - days * 86_400_000);
  const { times, satisfaction } = await reading(world, actor, async (tx) => ({
    times: await responseTimes(tx, since),
    satisfaction: await satisfactionSince(tx, since),
  }));
  const t = words(language);
  const asAt = dayInUtc(world.now());
  const hours = (group: string) => times.find((one) => one.group === group)?.medianHours ?? null;
  const say = (value: number | null) =>
    value === null ? undefined : formatNumber(language, value, { maximumFractionDigits: 1 });
  const all = times.find(({ group }) => group === 'all');
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/support'), label: t('desk') }]} />
      <PageHead title={t('response')} lead={t('response-lead', { days })} />
      <h2 class="unseen">{t('response')}</h2>
      <Figures>
        <FigureCard
          label={t('response-all')}
          value={say(hours('all'))}
          unit={t('hours')}
          asAt={asAt}
          definitionHref="#definition"
          headline
        />
        <FigureCard
          label={t('response-unanswered')}
          value={formatNumber(language, (all?.asked ?? 0) - (all?.answered ?? 0))}
          asAt={asAt}
        />
        <FigureCard
          label={t('satisfied')}
          value={
            satisfaction.answered === 0
              ? undefined
              : formatNumber(language, satisfaction.yes / satisfaction.answered, { style: 'percent' })
          }
          asAt={asAt}
        >
          <p class="quiet">
            {t('satisfied-of', { n: satisfaction.answered, ease: say(satisfaction.ease) ?? '–' })}
          </p>
        </FigureCard>
      </Figures>
      <BarChart
        title={finding(language, hours('global-south'), hours('all'))}
        measure={t('response-measure')}
        source={t('response-source', { date: formatDate(language, asAt) })}
        rowsAre={t('filter.kind')}
        series={[t('hours')]}
        rows={['all', ...cityKinds].map((group) => row(language, times, group))}
      />
      <BarChart
        title={t('response-by-language')}
        measure={t('response-measure')}
        source={t('response-source', { date: formatDate(language, asAt) })}
        rowsAre={t('language')}
        series={[t('hours')]}
        rows={languages.map((one) => row(language, times, `language-${one}`))}
      />
      <section id="definition">
        <h2>{t('how-we-count')}</h2>
        <p>{t('response-definition', { days })}</p>
      </section>
    </>
  );
  return visit.show({ title: t('response'), body });
}

function row(language: Language, times: readonly ResponseTime[], group: string) {
  const t = words(language);
  const time = times.find((one) => one.group === group);
  const kind = cityKinds.find((one) => one === group);
  const name = kind
    ? t(`kind.${kind}`)
    : group === 'all'
      ? t('kind-all')
      : languageName(language, group.slice('language-'.length));
  return {
    key: group,
    label: t('group-answered', { name, answered: time?.answered ?? 0, asked: time?.asked ?? 0 }),
    values: [time?.medianHours == null ? null : Math.round(time.medianHours * 10) / 10],
    strong: group === 'global-south',
  };
}

/** The finding as a sentence: do cities of the Global South wait longer? */
function finding(language: Language, south: number | null, all: number | null): string {
  const t = words(language);
  if (south === null || all === null) return t('response-by-kind');
  return t(south > all ? 'response-south-longer' : 'response-south-not-longer');
}
