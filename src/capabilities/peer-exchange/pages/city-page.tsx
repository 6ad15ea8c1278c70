import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../design/button.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { ErrorSummary } from '../../../design/form/error-summary.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Table } from '../../../design/table.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { formatDate, languageName } from '../../../platform/languages/format.ts';
import { type City, cityName } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { topicLabel } from '../../city-record/index.ts';
import type { Entry, Profile } from '../store/city-standing.ts';
import type { Exchange } from '../store/exchanges.ts';
import type { Frame, NamedCities } from './desk.ts';
import { ExchangesTable } from './exchanges-table.tsx';

export interface CityPageProps extends Frame {
  readonly city: City;
  readonly profile: Profile | undefined;
  readonly entries: readonly Entry[];
  readonly vetoes: number;
  readonly exchanges: readonly Exchange[];
  readonly cities: NamedCities;
  readonly form: FormState;
}

/** How one city takes part: what it offers and asks, whom it will not meet, and what has come of it. */
export function CityPage(props: CityPageProps) {
  const { language, href, base, city, profile, entries, vetoes, exchanges, cities, form } = props;
  const t = words(language);
  const path = `${base}/cities/${city.id}`;
  if (!profile)
    return (
      <>
        <Breadcrumb crumbs={[{ href: href(base), label: t('exchange') }]} />
        <PageHead title={cityName(language, city)} kind={t('exchange')} />
        <EmptyState
          title={t('not-in-yet')}
          action={{ href: href(`${path}/standing`), label: t('say-standing') }}
        >
          {t('exchange-lead')}
        </EmptyState>
      </>
    );
  const spoken = new Intl.ListFormat(language).format(
    profile.languages.map((code) => languageName(language, code)),
  );
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(base), label: t('exchange') }]} />
      <PageHead
        title={cityName(language, city)}
        kind={t('exchange')}
        stage={
          profile.paused ? (
            <Tag tone="waiting">{t('paused')}</Tag>
          ) : (
            <Tag tone="active">{t('takes-part')}</Tag>
          )
        }
        facts={[
          { label: t('partners'), value: t('n-partners', { n: profile.partners }) },
          { label: t('languages'), value: spoken },
          { label: t('time-zone'), value: <bdi>{profile.timeZone.replaceAll('_', ' ')}</bdi> },
          { label: t('contact-name'), value: <bdi>{profile.contactName}</bdi> },
        ]}
        next={<ButtonLink href={href(`${path}/standing`)}>{t('change-standing')}</ButtonLink>}
      />
      <ErrorSummary problems={form.problems} formId="f" />
      {(['offer', 'ask'] as const).map((kind) => (
        <section key={kind}>
          <h2>{t(`${kind}s`)}</h2>
          <EntriesTable
            {...props}
            kind={kind}
            rows={entries.filter((entry) => entry.kind === kind)}
            action={`${path}/entries`}
          />
        </section>
      ))}
      <section>
        <h2>{t('vetoes')}</h2>
        <p>
          {t('n-vetoes', { n: vetoes })} <a href={href(`${path}/vetoes`)}>{t('change-vetoes')}</a>
        </p>
      </section>
      <section>
        <h2>{t('exchanges')}</h2>
        <ExchangesTable {...{ language, href, base, exchanges, cities }} own={city.id} />
      </section>
    </>
  );
}

interface EntriesProps extends CityPageProps {
  readonly kind: 'offer' | 'ask';
  readonly rows: readonly Entry[];
  readonly action: string;
}

/** Where the entry is told: a capacity or a need of the city's record. */
function recordPath(base: CityPageProps['base'], { cityId, kind, topic }: Entry): string {
  const desk = base.startsWith('/portal') ? '/portal' : '/workspace';
  return `${desk}/cities/${cityId}/record/facts/${kind === 'offer' ? 'capacity' : 'need'}.${topic}`;
}

function EntriesTable({ language, href, base, kind, rows, action }: EntriesProps) {
  const t = words(language);
  const add = { href: href(`${action}/new?kind=${kind}`), label: t(`add-${kind}`) };
  return (
    <>
      <Table
        caption={t(`${kind}s`)}
        captionHidden
        rows={rows}
        rowKey={({ topic }) => topic}
        empty={<EmptyState title={t(`no-${kind}s`)}>{t(`no-${kind}s-why`)}</EmptyState>}
        columns={[
          {
            key: 'topic',
            title: t('topic'),
            rowHeader: true,
            cell: ({ topic }) => topicLabel(language, topic),
          },
          { key: 'detail', title: t('detail'), cell: ({ detail }) => <span dir="auto">{detail}</span> },
          {
            key: 'until',
            title: t('until'),
            cell: ({ to }) => (to ? formatDate(language, to) : t('no-end')),
          },
          {
            key: 'record',
            title: t('in-record'),
            cell: (entry) => (
              <a href={href(recordPath(base, entry))}>
                {t('change-in-record')}
                <span class="unseen"> {topicLabel(language, entry.topic)}</span>
              </a>
            ),
          },
        ]}
      />
      <p>
        <ButtonLink href={add.href}>{add.label}</ButtonLink>
      </p>
    </>
  );
}
