import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { z } from 'zod';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { answerInPortal } from '../../actions/partners.ts';
import { words } from '../../messages/index.ts';
import { findAttachment } from '../../store/messages.ts';
import { listPartnerRequests } from '../../store/partners.ts';
import { PartnerView } from '../partner-view.tsx';
import { serveFile } from '../serve-file.ts';

const answer = z.object({ body: text(10_000) });

/** What the council asks of the reader's organisation. */
export async function showRequests(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const requests = await reading(world, actor, (tx) => listPartnerRequests(tx, { limit: 100 }));
  const t = words(language);
  const body = (
    <>
      <PageHead title={t('partner-requests')} lead={t('partner-requests-lead')} />
      <Table
        caption={t('partner-requests')}
        captionHidden
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'question',
            title: t('desk-asks'),
            rowHeader: true,
            cell: ({ id, question }) => (
              <a href={visit.href(`/portal/partner-requests/${id}`)}>
                <bdi>{question.slice(0, 120)}</bdi>
              </a>
            ),
          },
          { key: 'topic', title: t('topic'), cell: ({ shared }) => t(`topic.${shared.topic}`) },
          { key: 'on', title: t('asked-on'), cell: ({ askedAt }) => <DateText date={dayInUtc(askedAt)} /> },
          {
            key: 'answered',
            title: t('stage'),
            cell: ({ answeredAt }) => (
              <Tag tone={answeredAt ? 'done' : 'signal'}>
                {t(answeredAt ? 'partner-answered' : 'partner-waits')}
              </Tag>
            ),
          },
        ]}
        empty={<EmptyState title={t('no-partner-requests')}>{t('no-partner-requests-why')}</EmptyState>}
      />
    </>
  );
  return visit.show({ title: t('partner-requests'), body });
}

export async function showRequest(visit: Visit): Promise<Response> {
  return await requestPage(visit, freshForm(visit.world));
}

export async function sendRequestAnswer(visit: Visit): Promise<Response> {
  const id = known(visit);
  return await submitForm(visit, {
    schema: answer,
    act: async ({ body }, once) => {
      await answerInPortal(visit.world, visit.actor, id, body, once);
      return `/portal/partner-requests/${id}`;
    },
    again: (state) => requestPage(visit, state),
  });
}

export async function sendRequestFile(visit: Visit): Promise<Response> {
  const id = known(visit);
  const file = await reading(visit.world, visit.actor, async (tx) => {
    const [request] = await listPartnerRequests(tx, { id });
    const isShared = request?.shared.documents?.some((document) => document.id === visit.param('file'));
    return isShared ? await findAttachment(tx, visit.param('file')) : undefined;
  });
  return await serveFile(visit.world, file);
}

function known(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

async function requestPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const id = known(visit);
  const [request] = await reading(world, actor, (tx) => listPartnerRequests(tx, { id }));
  if (!request) throw notFound();
  const t = words(language);
  const crumbs = (
    <Breadcrumb crumbs={[{ href: visit.href('/portal/partner-requests'), label: t('partner-requests') }]} />
  );
  const at = visit.href(`/portal/partner-requests/${id}`);
  return visit.show({
    title: t('partner-title'),
    body: <PartnerView {...{ language, request, form, crumbs, at }} asksName={false} />,
  });
}
