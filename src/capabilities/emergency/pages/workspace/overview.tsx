import { z } from 'zod';
import { ButtonLink } from '../../../../design/button.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { listActs } from '../../../../platform/audit/act.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { moveResponse } from '../../actions/move-response.ts';
import { words } from '../../messages/index.ts';
import { whyNotMove } from '../../permissions.ts';
import { type Move, wordingFor } from '../../rules/response.ts';
import { findRecord } from '../../store/record.ts';
import { countSubscribed } from '../../store/subscriptions.ts';
import { frameOf, idIn, recordFor } from '../frame.ts';
import { Press } from '../press.tsx';
import { publicPart } from '../public-part.ts';
import { ResponsePage } from '../public/response-page.tsx';
import { OverviewPage } from './overview-page.tsx';

export async function showOverview(visit: Visit): Promise<Response> {
  return await overview(visit, freshForm(visit.world));
}

/** One press: publish, confirm, take back. */
export async function sendMove(visit: Visit, move: Move): Promise<Response> {
  const id = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await moveResponse(visit.world, visit.actor, { id, move }, once);
      return `/workspace/emergencies/${id}`;
    },
    again: (state) => overview(visit, state),
  });
}

async function overview(visit: Visit, form: FormState): Promise<Response> {
  const { world, actor, language } = visit;
  const id = idIn(visit, 'id');
  const seen = await reading(world, actor, async (tx) => ({
    record: await findRecord(tx, { id }),
    subscribed: await countSubscribed(tx, id),
    acts: await listActs(tx, { subject: { kind: 'emergency', id }, limit: 20 }),
  }));
  const { record } = seen;
  if (!record) throw notFound();
  const may = (move: Move | 'close') => whyNotMove(actor, record, move) === undefined;
  const { title } = wordingFor(record.wordings, language);
  return visit.show({
    title,
    body: <OverviewPage {...frameOf(visit, record)} {...seen} {...{ form, may }} record={record} />,
  });
}

/** The page as the public will see it, with the one button that puts it out. */
export async function showPreview(visit: Visit): Promise<Response> {
  const record = await recordFor(visit, { id: idIn(visit, 'id') });
  const t = words(visit.language);
  const at = `/workspace/emergencies/${record.id}`;
  const body = (
    <>
      <Notice title={t('preview')}>
        <p>{t('preview-next')}</p>
        {whyNotMove(visit.actor, record, 'publish') === undefined && (
          <Press action={visit.href(`${at}/publication`)} form={freshForm(visit.world)} look="main">
            {t('publish')}
          </Press>
        )}
        <p>
          <ButtonLink href={visit.href(at)}>{t('go-on-editing')}</ButtonLink>
        </p>
      </Notice>
      <ResponsePage
        {...frameOf(visit, publicPart(record))}
        answers={{ kind: undefined, language: undefined, page: 1 }}
      />
    </>
  );
  return visit.show({ title: t('preview'), body });
}
