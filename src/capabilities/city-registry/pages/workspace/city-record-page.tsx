import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { hasRole } from '../../../../kernel/actor.ts';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName, formatNumber } from '../../../../platform/languages/format.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import { whyNotRecordEngagement, whyNotWithdraw } from '../../permissions.ts';
import { cityName } from '../../rules/city.ts';
import type { CityRecord, EngagementRow } from '../../store/city-record.ts';
import { engagementSentence } from '../engagement-sentence.ts';

interface RecordProps {
  readonly visit: Visit;
  readonly record: CityRecord;
  readonly day: CalendarDate;
}

export function CityRecordPage({ visit, record, day }: RecordProps) {
  const { language } = visit;
  const t = words(language);
  const { city } = record;
  const name = cityName(language, city);
  const mayRecord = whyNotRecordEngagement(visit.actor) === undefined;
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/cities'), label: t('title') }]} />
      <PageHead
        kind={t('city')}
        title={<bdi>{name}</bdi>}
        facts={[
          { label: t('country'), value: countryName(language, city.country) },
          {
            label: t('population'),
            value: city.population > 0 ? formatNumber(language, city.population) : t('not-known'),
          },
          { label: t('number'), value: city.geonamesId },
        ]}
        next={
          mayRecord && (
            <ButtonLink look="main" href={visit.href(`/workspace/cities/${city.id}/engagements/new`)}>
              {t('record-engagement')}
            </ButtonLink>
          )
        }
      />
      <p>
        <a href={visit.href(`/cities/${city.id}`)}>{t('public-page')}</a> ·{' '}
        <a href={visit.href(`/workspace/cities/${city.id}/record`)}>{t('own-record')}</a>
        {hasRole(visit.actor, 'staff-support', 'director') && (
          <>
            {' '}
            · <a href={visit.href(`/workspace/mandates/cities/${city.id}`)}>{t('who-acts')}</a>
          </>
        )}
      </p>
      <h2>{t('engagement-heading')}</h2>
      <Table
        caption={t('engagement-heading')}
        captionHidden
        rows={record.engagements}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('no-engagement')}>{t('no-engagement-body', { city: name })}</EmptyState>}
        columns={[
          {
            key: 'sentence',
            title: t('engagement'),
            rowHeader: true,
            cell: (row) => (
              <Told visit={visit} row={row} sentence={engagementSentence(language, name, row, day)} />
            ),
          },
          { key: 'visibility', title: t('visibility'), cell: (row) => t(`visibility.${row.visibility}`) },
          { key: 'acts', title: t('audit-trail'), cell: (row) => <Acts visit={visit} row={row} /> },
        ]}
      />
    </>
  );
}

function Told({ visit, row, sentence }: { visit: Visit; row: EngagementRow; sentence: string }) {
  const t = words(visit.language);
  return (
    <>
      {sentence} {row.inferred && <Tag>{t('inferred')}</Tag>}
      {row.withdrawn_reason && <p>{t('withdrawn', { reason: row.withdrawn_reason })}</p>}
      {row.evidence && <p class="quiet">{row.evidence}</p>}
      <SourceList sources={row.sources} href={(path) => visit.href(path)} />
    </>
  );
}

function Acts({ visit, row }: { visit: Visit; row: EngagementRow }) {
  const t = words(visit.language);
  const state = { recordId: row.record_id ?? row.edition_hash, isWithdrawn: row.withdrawn_reason !== null };
  return (
    <>
      <a href={visit.href(`/workspace/acts?kind=engagement&id=${row.id}`)}>{t('audit-trail')}</a>
      {row.record_path && (
        <>
          {' · '}
          <a href={visit.href(row.record_path)}>{t('see-record')}</a>
        </>
      )}
      {whyNotWithdraw(visit.actor, state) === undefined && (
        <>
          {' · '}
          <a href={visit.href(`/workspace/engagements/${row.id}/withdrawal`)}>{t('withdraw')}</a>
        </>
      )}
    </>
  );
}
