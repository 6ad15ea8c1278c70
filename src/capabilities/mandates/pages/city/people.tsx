import { ButtonLink } from '../../../../design/button.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Timeline } from '../../../../design/timeline.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { roleName } from '../../../people/index.ts';
import { words } from '../../messages/index.ts';
import { whyNotPropose, whyNotReport } from '../../permissions.ts';
import type { MandateRequest } from '../../rules/request.ts';
import { listMandatesOf, type Mandate } from '../../store/grants.ts';
import { vouchedBy } from '../../store/papers.ts';
import { listRequestsFor } from '../../store/requests.ts';
import { StageTag } from '../request-view.tsx';
import { cityOf } from './city-of.ts';
import { Until } from '../until.tsx';

/** Who acts for the city, until when, who did before, and who asks to. */
export async function showPeople(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const today = dayInUtc(world.now());
  const seen = await reading(world, actor, async (tx) => {
    const city = await cityOf(tx, visit);
    return {
      city,
      mandates: await listMandatesOf(tx, city.id, today),
      requests: await listRequestsFor(tx, city.id, 'open'),
      vouched: await vouchedBy(tx, actor.personId ?? ''),
    };
  });
  const t = words(language);
  const holding = seen.mandates.filter(({ isOver }) => !isOver);
  const over = seen.mandates.filter(({ isOver }) => isOver);
  const base = visit.href(`/portal/cities/${seen.city.id}`);
  const body = (
    <>
      <PageHead
        kind={t('city')}
        title={<bdi>{seen.city.shown}</bdi>}
        lead={t('people-lead')}
        next={
          <>
            {!whyNotPropose(actor, seen.city.id) && (
              <ButtonLink look="main" href={`${base}/people/new`}>
                {t('propose')}
              </ButtonLink>
            )}{' '}
            <ButtonLink href={`${base}/hand-over`}>{t('hand-over')}</ButtonLink>
          </>
        }
      />
      {new Set(holding.map(({ personId }) => personId)).size === 1 && (
        <Notice tone="signal" title={t('only-one')}>
          {t('only-one-why')}
        </Notice>
      )}
      <section>
        <h2>{t('who-acts')}</h2>
        <HoldersTable visit={visit} holding={holding} base={base} />
      </section>
      {seen.requests.length > 0 && (
        <section>
          <h2>{t('who-asks')}</h2>
          <AskersTable visit={visit} requests={seen.requests} vouched={seen.vouched} base={base} />
        </section>
      )}
      <section>
        <h2>{t('who-acted')}</h2>
        <Past language={language} over={over} />
      </section>
    </>
  );
  return visit.show({ title: t('people-of', { city: seen.city.shown }), body });
}

interface PartProps {
  readonly visit: Visit;
  readonly base: string;
}

function HoldersTable({ visit, holding, base }: PartProps & { holding: readonly Mandate[] }) {
  const t = words(visit.language);
  return (
    <Table
      caption={t('who-acts')}
      captionHidden
      rows={holding}
      rowKey={({ grantId }) => grantId}
      columns={[
        { key: 'name', title: t('name'), rowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'role', title: t('role'), cell: ({ role }) => roleName(visit.language, role) },
        { key: 'from', title: t('from'), cell: ({ from }) => <DateText date={from} /> },
        { key: 'until', title: t('until'), cell: (one) => <Until language={visit.language} {...one} /> },
        {
          key: 'do',
          title: t('what-you-can-do'),
          cell: (held) =>
            held.personId === visit.actor.personId ? (
              <a href={visit.href(`/portal/mandates/grants/${held.grantId}/renewal`)}>{t('renew')}</a>
            ) : (
              !whyNotReport(visit.actor, held) && (
                <a href={`${base}/mandates/${held.grantId}/departure`}>{t('report-left')}</a>
              )
            ),
        },
      ]}
      empty={<EmptyState title={t('nobody-acts')}>{t('nobody-acts-why')}</EmptyState>}
    />
  );
}

interface AskersProps extends PartProps {
  readonly requests: readonly MandateRequest[];
  readonly vouched: ReadonlySet<string>;
}

function AskersTable({ visit, requests, vouched, base }: AskersProps) {
  const t = words(visit.language);
  return (
    <Table
      caption={t('who-asks')}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: t('name'), rowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'role', title: t('role'), cell: ({ role }) => roleName(visit.language, role) },
        { key: 'until', title: t('until'), cell: ({ to }) => <DateText date={to} /> },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage }) => <StageTag language={visit.language} stage={stage} />,
        },
        {
          key: 'do',
          title: t('what-you-can-do'),
          cell: ({ id, personId }) =>
            vouched.has(id) ? (
              t('vouched')
            ) : personId === visit.actor.personId ? null : (
              <a href={`${base}/requests/${id}/vouch`}>{t('vouch')}</a>
            ),
        },
      ]}
    />
  );
}

function Past({ language, over }: { language: Visit['language']; over: readonly Mandate[] }) {
  const t = words(language);
  if (over.length === 0) return <EmptyState title={t('nobody-acted')}>{t('nobody-acted-why')}</EmptyState>;
  return (
    <Timeline
      entries={over.map(({ grantId, name, role, from, to, endedOn }) => ({
        key: grantId,
        date: from,
        until: endedOn ?? to,
        title: (
          <>
            <bdi>{name}</bdi>, {roleName(language, role)}
          </>
        ),
      }))}
    />
  );
}

/** After a proposal: the same whatever is known about the colleague. */
export async function showProposed(visit: Visit): Promise<Response> {
  const { world, actor, language } = visit;
  const city = await reading(world, actor, (tx) => cityOf(tx, visit));
  const t = words(language);
  const body = (
    <Confirmation title={t('proposed')}>
      <ol>
        <li>{t('proposed-link')}</li>
        <li>{t('proposed-call')}</li>
      </ol>
      <p>
        <a href={visit.href(`/portal/cities/${city.id}/people`)}>{t('people-of', { city: city.shown })}</a>
      </p>
    </Confirmation>
  );
  return visit.show({ title: t('proposed'), body });
}
