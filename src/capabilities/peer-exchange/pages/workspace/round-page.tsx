import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { ErrorSummary } from '../../../../design/form/error-summary.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Exchange } from '../../store/exchanges.ts';
import type { ExchangeFigures } from '../../store/figures.ts';
import type { Round, Wish } from '../../store/rounds.ts';
import type { Run } from '../../store/runs.ts';
import type { Frame, NamedCities } from '../desk.ts';
import { ExchangesTable } from '../exchanges-table.tsx';
import { FiguresOfExchange } from './figures.tsx';
import { Proposals, Unmatched } from './proposals.tsx';
import { RoundTag } from './round-tag.tsx';
import { RunOfRound } from './run-of-round.tsx';
import { WeightsTable } from './weights-table.tsx';
import { WishesOfRound } from './wishes-of-round.tsx';

export interface RoundPageProps extends Frame {
  readonly round: Round;
  readonly run: Run | undefined;
  readonly wishes: readonly Wish[];
  readonly exchanges: readonly Exchange[];
  /** Cities that take part as things stand; null once the round is over. */
  readonly pool: number | null;
  readonly figures: ExchangeFigures;
  readonly cities: NamedCities;
  readonly accompaniedBy: string | undefined;
  readonly form: FormState;
  readonly page: number;
  readonly leftPage: number;
  readonly now: Date;
}

/** One round: what it was set to, what the matching found, and once confirmed, what has come of it. */
export function RoundPage(props: RoundPageProps) {
  const { language, href, base, round, run, exchanges, pool, figures, cities, accompaniedBy, form, now } =
    props;
  const t = words(language);
  const path = `${base}/rounds/${round.id}`;
  const isOpen = round.stage === 'open';
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(base), label: t('exchange') }]} />
      <PageHead
        kind={t('round')}
        title={round.name}
        stage={<RoundTag language={language} stage={round.stage} />}
        facts={[
          { label: t('shape'), value: t(`shape.${round.shape}`) },
          { label: t('opened'), value: formatDate(language, round.day) },
          { label: t('max-partners'), value: round.maxPartners },
          { label: t('context-wish'), value: t(`wish.${round.wish}`) },
          ...(accompaniedBy ? [{ label: t('accompanied-by'), value: accompaniedBy }] : []),
          ...(pool === null ? [] : [{ label: t('pool'), value: t('n-cities', { n: pool }) }]),
        ]}
        next={
          isOpen && run?.result && run.result.proposals.length > 0 ? (
            <ButtonLink look="main" href={href(`${path}/confirmation`)}>
              {t('go-to-confirmation')}
            </ButtonLink>
          ) : undefined
        }
      />
      <ErrorSummary problems={form.problems} formId="f" />
      {isOpen && <RunOfRound {...props} />}
      {isOpen && <WishesOfRound {...props} />}
      {isOpen && run?.result && <Proposals {...props} result={run.result} />}
      {round.stage === 'confirmed' && (
        <>
          <FiguresOfExchange language={language} figures={figures} today={dayInUtc(now)} />
          <section>
            <h2>{t('exchanges')}</h2>
            <ExchangesTable
              {...{ language, href, base, exchanges, cities }}
              csv={href(`${path}/matches.csv`)}
            />
          </section>
        </>
      )}
      {run?.result && <Unmatched {...props} result={run.result} />}
      <section>
        <details>
          <summary>{t('weights')}</summary>
          <WeightsTable language={language} weights={round.weights} />
        </details>
      </section>
      {isOpen && (
        <form method="post" action={href(`${path}/closing`)}>
          <input type="hidden" name="key" value={`${form.idempotencyKey}-close`} />
          <SubmitButton look="danger">{t('close-round')}</SubmitButton>
        </form>
      )}
    </>
  );
}
