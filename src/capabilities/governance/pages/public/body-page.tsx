import { AsAtPicker } from '../../../../design/as-at-picker.tsx';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { type CitedSource, SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import { globalSouthShare, seatsOn } from '../../rules/seat.ts';
import type { Kin, ShownBody } from '../../store/bodies.ts';
import { saySeats } from './seats-said.ts';
import { RulesInWords } from './rules-in-words.tsx';
import { SeatsChart } from './seats-chart.tsx';
import { SeatsTable } from './seats-table.tsx';
import { Since, Until } from './tenure-text.tsx';

interface BodyPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly body: ShownBody & { readonly kin: readonly Kin[]; readonly sources: readonly CitedSource[] };
  readonly asAt: CalendarDate;
  readonly today: CalendarDate;
  /** What was asked for is no day: today is shown instead. */
  readonly notADay: boolean;
}

export function BodyPage({ language, href, body, asAt, today, notADay }: BodyPageProps) {
  const t = words(language);
  const { held, likely, past } = seatsOn(body.seats, asAt, body.termMonths);
  const now = [...held, ...likely];
  const share = globalSouthShare(now);
  const path = `/bodies/${body.slug}`;
  const day = formatDate(language, asAt);
  const file = (kind: string) => href(`${path}/seats.${kind}?as-at=${asAt}`);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/bodies'), label: t('bodies') }]} />
      <PageHead
        kind={t(`belongs-${body.belongsTo}`)}
        title={body.name[language]}
        lead={body.purpose[language]}
        facts={[
          { label: t('since'), value: <Since tenure={body.tenure} /> },
          ...(body.tenure.to ? [{ label: t('until'), value: <Until tenure={body.tenure} /> }] : []),
          { label: t('seats-as-at', { day }), value: saySeats(language, held.length, likely.length) },
          ...(share.whole > 0 ? [{ label: t('global-south'), value: t('share', { ...share }) }] : []),
        ]}
      />
      <section>
        <h2>{t('rules')}</h2>
        <RulesInWords body={body} kin={body.kin} language={language} href={href} />
        {body.remark && <p class="quiet">{body.remark[language]}</p>}
        <SourceList sources={body.sources} href={href} />
      </section>
      <section id="seats">
        <h2>{t('seats')}</h2>
        {notADay && <Notice tone="signal">{t('not-a-day')}</Notice>}
        {body.seats.length === 0 ? (
          <EmptyState title={t('no-seats')}>{t('no-seats-why')}</EmptyState>
        ) : (
          <>
            <AsAtPicker action={href(path)} asAt={asAt} max={today} />
            <SeatsChart
              seats={[...now, ...past]}
              termMonths={body.termMonths}
              {...{ asAt, language }}
              title={t('chart-title', { n: now.length, day })}
            />
            <h3>{t('sitting', { day })}</h3>
            <SeatsTable
              caption={t('sitting', { day })}
              seats={now}
              {...{ language, href }}
              csv={file('csv')}
            />
            {past.length > 0 && <h3>{t('sat-before', { day })}</h3>}
            {past.length > 0 && (
              <SeatsTable caption={t('sat-before', { day })} seats={past} {...{ language, href }} />
            )}
            <p class="quiet">
              {t('south-says')} <a href={file('json')}>JSON</a> ·{' '}
              <a href={href('/cities/definitions')}>{t('definitions')}</a>
            </p>
          </>
        )}
      </section>
    </>
  );
}
