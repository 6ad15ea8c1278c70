import { AsAtPicker } from '../../../design/as-at-picker.tsx';
import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../design/button.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { type City, cityName } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import type { Completeness } from '../rules/completeness.ts';
import type { CountPoint } from '../rules/count-point.ts';
import type { Fact } from '../rules/fact.ts';
import { groups } from '../rules/fact-kinds.ts';
import type { KnownMayor } from '../rules/known-mayor.ts';
import { CompletenessView } from './completeness-view.tsx';
import { ConfirmAll, ConfirmOne } from './confirm-forms.tsx';
import { FactTable } from './fact-table.tsx';
import { KnownMayorNotice } from './known-mayor-notice.tsx';
import { PopulationChart } from './population-chart.tsx';

export interface RecordPageProps {
  readonly visit: Visit;
  readonly base: string;
  readonly city: City;
  readonly facts: readonly Fact[];
  readonly counts: readonly CountPoint[];
  readonly complete: Completeness;
  readonly known: KnownMayor | undefined;
  readonly today: CalendarDate;
  /** Set when the record is shown as on an earlier day: then nothing can be changed. */
  readonly day: CalendarDate | undefined;
  readonly asCity: boolean;
  readonly mayChange: boolean;
  readonly form: FormState;
  readonly done: 'saved' | 'confirmed-now' | 'withdrawn-now' | undefined;
}

export function RecordPage(props: RecordPageProps) {
  const { visit, base, city, facts, counts, complete, known, today, day, asCity, mayChange, form, done } =
    props;
  const { language } = visit;
  const t = words(language);
  const href = (path: string) => visit.href(path);
  const kit = { language, href, base, facts, today: day ?? today, mayChange };
  return (
    <>
      <Breadcrumb crumbs={crumbs(visit, city)} />
      <PageHead
        kind={t('record')}
        title={<bdi>{cityName(language, city)}</bdi>}
        lead={t('record-lead')}
        next={
          <ButtonLink href={href(`${base}/profile${day ? `?as-at=${day}` : ''}`)}>{t('profile')}</ButtonLink>
        }
      />
      {done && (
        <Notice tone="done" live>
          {t(done)}
        </Notice>
      )}
      {day ? (
        <Notice>
          <p>
            {t('as-at-notice', { date: formatDate(language, day) })} <a href={href(base)}>{t('to-today')}</a>
          </p>
        </Notice>
      ) : (
        <>
          <CompletenessView {...kit} complete={complete} />
          {mayChange && <ConfirmAll {...kit} asCity={asCity} form={form} />}
          {known && mayChange && <KnownMayorNotice {...kit} known={known} asCity={asCity} form={form} />}
        </>
      )}
      {day && facts.length === 0 ? (
        <EmptyState title={t('no-record-then')}>{t('no-record-then-why')}</EmptyState>
      ) : (
        groups.map((group) => (
          <section key={group}>
            <h2>{t(`group.${group}`)}</h2>
            {group === 'people' && <PopulationChart language={language} counts={counts} />}
            <FactTable
              {...kit}
              group={group}
              confirm={asCity && !day ? (fact) => <ConfirmOne {...kit} fact={fact} form={form} /> : undefined}
            />
          </section>
        ))
      )}
      <Downloads {...props} />
      <AsAtPicker action={href(base)} asAt={day ?? today} max={today} />
    </>
  );
}

function Downloads({ visit, base, city, day }: RecordPageProps) {
  const t = words(visit.language);
  const asAt = day ? `?as-at=${day}` : '';
  return (
    <section>
      <h2>{t('downloads')}</h2>
      <p>
        <a href={visit.href(`${base}.csv${asAt}`)}>{t('csv')}</a> ·{' '}
        <a href={visit.href(`${base}.json${asAt}`)}>{t('json')}</a> ·{' '}
        <a href={visit.href(`/cities/${city.id}`)}>{t('public-page')}</a>
      </p>
    </section>
  );
}

function crumbs(visit: Visit, city: City) {
  const t = words(visit.language);
  return visit.url.pathname.startsWith('/portal/')
    ? [{ href: visit.href('/portal/record'), label: t('your-cities') }]
    : [
        { href: visit.href('/workspace/city-records'), label: t('records') },
        { href: visit.href(`/workspace/cities/${city.id}`), label: cityName(visit.language, city) },
      ];
}
