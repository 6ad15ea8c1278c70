import { SubmitButton } from '../../../../design/button.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { Notice } from '../../../../design/notice.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatInstant, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { aheadOfGreed, costOfWishes, gapPercent, type RunResult } from '../../rules/run-result.ts';
import type { Run } from '../../store/runs.ts';
import type { RoundPageProps } from './round-page.tsx';

/** Where the matching stands. Without a script the reader loads the page again: the sentence says so. */
export function RunOfRound({ language, href, base, round, run, wishes, form }: RoundPageProps) {
  const t = words(language);
  const path = `${base}/rounds/${round.id}`;
  const underWay = run?.stage === 'waiting' || run?.stage === 'running';
  const isOld =
    run?.result &&
    run.result.wishes.join() !==
      wishes
        .map(({ id }) => id)
        .toSorted()
        .join();
  return (
    <section>
      <h2>{t('matching')}</h2>
      {!run && <p>{t('no-run')}</p>}
      {underWay && (
        <Notice live title={t(`run.${run.stage}`)}>
          <p>
            {t('run-under-way', { at: formatInstant(language, run.askedAt) })}{' '}
            <a href={href(path)}>{t('look-again')}</a>
          </p>
        </Notice>
      )}
      {run?.stage === 'failed' && <Notice tone="stopped">{t(`run-failed.${failure(run)}`)}</Notice>}
      {isOld && <Notice tone="signal">{t('run-is-old')}</Notice>}
      {run?.result && <RunFacts language={language} result={run.result} />}
      {!underWay && (
        <form method="post" class="form" action={href(`${path}/runs`)}>
          <input type="hidden" name="key" value={`${form.idempotencyKey}-run`} />
          <SubmitButton look={run?.result && !isOld ? 'plain' : 'main'}>
            {t(run ? 'match-again' : 'match')}
          </SubmitButton>
        </form>
      )}
    </section>
  );
}

function failure({ failedWhy }: Run): 'pins-cannot-be-kept' | 'lost' | 'fault' {
  return failedWhy === 'pins-cannot-be-kept' || failedWhy === 'lost' ? failedWhy : 'fault';
}

/** What was found, whether it is proven, and what staff's wishes cost. */
export function RunFacts({ language, result }: { language: Language; result: RunResult }) {
  const t = words(language);
  const percent = (value: number) =>
    formatNumber(language, value / 100, { style: 'percent', maximumFractionDigits: 2 });
  const cost = costOfWishes(result);
  const gap = gapPercent(result);
  return (
    <FactList
      stacked
      facts={[
        {
          label: t('total-points'),
          value: `${formatNumber(language, result.total)} · ${gap === 0 ? t('proven-best') : t('gap', { gap: percent(gap) })}`,
        },
        { label: t('ahead-of-greed'), value: percent(aheadOfGreed(result)) },
        ...(result.wishes.length > 0
          ? [
              {
                label: t('wishes-cost'),
                value: t('wishes-cost-value', { points: cost.points, percent: percent(cost.percent) }),
              },
            ]
          : []),
        {
          label: t('looked-at'),
          value: t('looked-at-value', {
            cities: result.cities,
            candidates: Math.round(result.candidates),
            seconds: Math.round(result.seconds * 10) / 10,
          }),
        },
        { label: t('lists'), value: result.lists.map(({ name }) => name).join(' · ') || t('no-lists') },
      ]}
    />
  );
}
