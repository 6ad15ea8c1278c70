import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { roleName } from '../../../people/index.ts';
import { words } from '../../messages/index.ts';
import type { MandateRequest } from '../../rules/request.ts';
import type { listOpenReports, Mandate } from '../../store/grants.ts';
import { StageTag } from '../request-view.tsx';
import { Until } from '../until.tsx';

interface MandatesProps {
  readonly visit: Visit;
  readonly mandates: readonly Mandate[];
  readonly reports: Awaited<ReturnType<typeof listOpenReports>>;
}

export function MandatesOfCity({ visit, mandates, reports }: MandatesProps) {
  const t = words(visit.language);
  const reportOf = (grantId: string) => reports.find((report) => report.grantId === grantId);
  return (
    <Table
      caption={t('mandates')}
      captionHidden
      rows={mandates}
      rowKey={({ grantId }) => grantId}
      columns={[
        {
          key: 'name',
          title: t('name'),
          rowHeader: true,
          cell: ({ personId, name }) => (
            <a href={visit.href(`/workspace/people/${personId}`)}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        { key: 'role', title: t('role'), cell: ({ role }) => roleName(visit.language, role) },
        { key: 'from', title: t('from'), cell: ({ from }) => <DateText date={from} /> },
        { key: 'until', title: t('until'), cell: (one) => <Until language={visit.language} {...one} /> },
        {
          key: 'state',
          title: t('reported'),
          cell: ({ grantId }) => {
            const report = reportOf(grantId);
            return report ? (
              <>
                <Tag tone="signal">{t('state.reported')}</Tag> <bdi>{report.reporter}</bdi>:{' '}
                <bdi>{report.why}</bdi>
              </>
            ) : (
              '–'
            );
          },
        },
        {
          key: 'do',
          title: t('what-you-can-do'),
          cell: ({ grantId, isOver }) =>
            !isOver && (
              <>
                <a href={visit.href(`/workspace/mandates/grants/${grantId}/ending`)}>{t('end-mandate')}</a>
                {reportOf(grantId) && (
                  <>
                    {' '}
                    ·{' '}
                    <a href={visit.href(`/workspace/mandates/grants/${grantId}/keeping`)}>
                      {t('keep-mandate')}
                    </a>
                  </>
                )}
              </>
            ),
        },
      ]}
      empty={<EmptyState title={t('nobody-acts')}>{t('nobody-ever')}</EmptyState>}
    />
  );
}

export function RequestsOfCity({ visit, requests }: { visit: Visit; requests: readonly MandateRequest[] }) {
  const t = words(visit.language);
  return (
    <Table
      caption={t('requests')}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('name'),
          rowHeader: true,
          cell: ({ id, name }) => (
            <a href={visit.href(`/workspace/mandates/requests/${id}`)}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        { key: 'role', title: t('role'), cell: ({ role }) => roleName(visit.language, role) },
        { key: 'on', title: t('asked-at'), cell: ({ askedAt }) => <DateText date={dayInUtc(askedAt)} /> },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <StageTag language={visit.language} stage={stage} />,
        },
      ]}
      empty={<EmptyState title={t('no-requests')}>{t('no-requests-why')}</EmptyState>}
    />
  );
}
