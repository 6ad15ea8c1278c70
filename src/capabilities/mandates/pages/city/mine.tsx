import { ButtonLink } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName, listCitiesByIds } from '../../../city-registry/index.ts';
import { roleName } from '../../../people/index.ts';
import { words } from '../../messages/index.ts';
import type { MandateRequest } from '../../rules/request.ts';
import { listMandatesOfPerson, type Mandate } from '../../store/grants.ts';
import { listRequestsOf } from '../../store/requests.ts';
import { StageTag } from '../request-view.tsx';
import { Until } from '../until.tsx';

/** A person's own mandates, until when, and what they have asked for. */
export async function showMine(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const today = dayInUtc(world.now());
  const seen = await reading(world, actor, async (tx) => {
    const mandates = await listMandatesOfPerson(tx, actor.personId ?? '', today);
    const requests = await listRequestsOf(tx, actor.personId ?? '');
    const ids = [...mandates, ...requests].map(({ cityId }) => cityId);
    return { mandates, requests, cities: await listCitiesByIds(tx, ids) };
  });
  const names = new Map(seen.cities.map((city) => [city.id, cityName(language, city)]));
  const t = words(language);
  const body = (
    <>
      <PageHead
        title={t('mine')}
        lead={t('mine-lead')}
        next={
          <ButtonLink look="main" href={visit.href('/portal/mandates/new')}>
            {t('ask-another')}
          </ButtonLink>
        }
      />
      <section>
        <h2>{t('mandates')}</h2>
        <MandatesTable visit={visit} mandates={seen.mandates} names={names} />
      </section>
      {seen.requests.length > 0 && (
        <section>
          <h2>{t('requests')}</h2>
          <RequestsTable visit={visit} requests={seen.requests} names={names} />
        </section>
      )}
    </>
  );
  return visit.show({ title: t('mine'), body });
}

interface TableProps {
  readonly visit: Visit;
  readonly names: ReadonlyMap<string, string>;
}

function MandatesTable({ visit, mandates, names }: TableProps & { mandates: readonly Mandate[] }) {
  const t = words(visit.language);
  return (
    <Table
      caption={t('mandates')}
      captionHidden
      rows={mandates}
      rowKey={({ grantId }) => grantId}
      columns={[
        {
          key: 'city',
          title: t('city'),
          rowHeader: true,
          cell: ({ cityId, isOver }) =>
            isOver ? (
              <bdi>{names.get(cityId)}</bdi>
            ) : (
              <a href={visit.href(`/portal/cities/${cityId}/people`)}>
                <bdi>{names.get(cityId)}</bdi>
              </a>
            ),
        },
        { key: 'role', title: t('role'), cell: ({ role }) => roleName(visit.language, role) },
        {
          key: 'until',
          title: t('until'),
          cell: (mandate) => <Until language={visit.language} {...mandate} />,
        },
        {
          key: 'do',
          title: t('what-you-can-do'),
          cell: ({ grantId, isOver }) =>
            !isOver && (
              <>
                <a href={visit.href(`/portal/mandates/grants/${grantId}/renewal`)}>{t('renew')}</a> ·{' '}
                <a href={visit.href(`/portal/mandates/grants/${grantId}/laying-down`)}>{t('lay-down')}</a>
              </>
            ),
        },
      ]}
      empty={<EmptyState title={t('no-mandates')}>{t('no-mandates-why')}</EmptyState>}
    />
  );
}

function RequestsTable({ visit, requests, names }: TableProps & { requests: readonly MandateRequest[] }) {
  const t = words(visit.language);
  return (
    <Table
      caption={t('requests')}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'for',
          title: t('request'),
          rowHeader: true,
          cell: ({ id, name, personId }) =>
            personId === visit.actor.personId ? (
              <a href={visit.href(`/portal/mandates/requests/${id}`)}>
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            ),
        },
        { key: 'city', title: t('city'), cell: ({ cityId }) => <bdi>{names.get(cityId)}</bdi> },
        { key: 'role', title: t('role'), cell: ({ role }) => roleName(visit.language, role) },
        { key: 'on', title: t('asked-at'), cell: ({ askedAt }) => <DateText date={dayInUtc(askedAt)} /> },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <StageTag language={visit.language} stage={stage} />,
        },
      ]}
    />
  );
}
