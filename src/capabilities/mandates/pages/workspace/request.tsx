import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { choice, id, optionalText, text, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import { fileKinds } from '../../../../platform/files/index.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { callBack } from '../../actions/call-back.ts';
import { askForMore, refuseRequest } from '../../actions/decide.ts';
import { papersStore } from '../../actions/keep-papers.ts';
import { words } from '../../messages/index.ts';
import { outcomes, whyNotThrough } from '../../rules/channel.ts';
import { personal } from '../personal.ts';
import { type RequestFile, requestFileOf } from './request-file.ts';
import { RequestPage } from './request-page.tsx';

export async function showRequest(visit: Visit): Promise<Response> {
  const file = await requestFileOf(visit);
  return personal(visit.show({ title: file.request.name, body: <RequestPage visit={visit} file={file} /> }));
}

/** The moment in UTC, as the browser's picker sends it or as people type it. */
const moment = z
  .string()
  .default('')
  .transform((said, context) => {
    const typed = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(said.trim());
    const at = typed ? new Date(`${typed[1]}T${typed[2]}:00Z`) : undefined;
    return at && !Number.isNaN(at.getTime()) ? at : wrong(context, 'mandates:not-a-moment');
  });

const callAnswers = z.object({
  channelId: id(),
  reachedAt: moment,
  answeredBy: text(200),
  office: text(200),
  outcome: choice(outcomes),
  note: optionalText(2000),
});
const wordsAnswers = z.object({ words: text(2000) });

export async function showCall(visit: Visit): Promise<Response> {
  return await callPage(visit, freshForm(visit.world));
}

export async function sendCall(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: callAnswers,
    act: async (said, once) => {
      const requestId = visit.param('id');
      await callBack(visit.world, visit.actor, { ...said, requestId }, once);
      return `/workspace/mandates/requests/${requestId}`;
    },
    again: (state) => callPage(visit, state),
  });
}

async function callPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world } = visit;
  const file = await requestFileOf(visit);
  const usable = file.channels.filter((channel) => !whyNotThrough(channel, file.request));
  const t = words(language);
  const channels = usable.map(({ id: value, kind, reach, source }) => ({
    value,
    label: `${t(`channel.${kind}`)}: ${reach}`,
    hint: source,
  }));
  return stepPage(
    visit,
    file,
    t('log-call'),
    t('log-call-lead'),
    <Form action={visit.href(`/workspace/mandates/requests/${file.request.id}/call`)} {...form}>
      <RadiosField name="channelId" label={t('through')} hint={t('through-hint')} choices={channels} />
      <TextField
        name="reachedAt"
        label={t('reached-at')}
        hint={t('reached-at-hint')}
        initial={world.now().toISOString().slice(0, 16).replace('T', ' ')}
        size="medium"
      />
      <TextField name="answeredBy" label={t('answered-by')} hint={t('answered-by-hint')} />
      <TextField name="office" label={t('office')} />
      <RadiosField
        name="outcome"
        label={t('outcome')}
        choices={outcomes.map((value) => ({
          value,
          label: t(`outcome.${value}`),
          hint: t(`outcome-hint.${value}`),
        }))}
      />
      <TextareaField name="note" label={t('note')} rows={3} optional />
      <SubmitButton>{t('keep-call')}</SubmitButton>
    </Form>,
  );
}

type Decision = 'refusal' | 'question';

export function showDecision(decision: Decision) {
  return async (visit: Visit) => await decisionPage(visit, decision, freshForm(visit.world));
}

export function sendDecision(decision: Decision) {
  return async (visit: Visit) =>
    await submitForm(visit, {
      schema: wordsAnswers,
      act: async (said, once) => {
        const requestId = visit.param('id');
        const decide = decision === 'refusal' ? refuseRequest : askForMore;
        await decide(visit.world, visit.actor, { requestId, words: said.words }, once);
        return `/workspace/mandates/requests/${requestId}`;
      },
      again: (state) => decisionPage(visit, decision, state),
    });
}

async function decisionPage(visit: Visit, decision: Decision, form: FormState): Promise<Response> {
  const file = await requestFileOf(visit);
  const t = words(visit.language);
  const title = t(decision === 'refusal' ? 'refuse' : 'ask-more');
  return stepPage(
    visit,
    file,
    title,
    t(`${decision}-lead`),
    <Form action={visit.href(`/workspace/mandates/requests/${file.request.id}/${decision}`)} {...form}>
      <TextareaField name="words" label={t(`${decision}-words`)} hint={t('words-hint')} rows={5} />
      <SubmitButton look={decision === 'refusal' ? 'danger' : 'main'}>{title}</SubmitButton>
    </Form>,
  );
}

function stepPage(
  visit: Visit,
  { request, city }: RequestFile,
  title: string,
  lead: string,
  form: ComponentChildren,
): Response {
  const crumb = { href: visit.href(`/workspace/mandates/requests/${request.id}`), label: request.name };
  const body = (
    <>
      <Breadcrumb crumbs={[crumb]} />
      <PageHead kind={city} title={title} lead={lead} />
      {form}
    </>
  );
  return personal(visit.show({ title, body }));
}

/** A document as a download that cannot act: in no frame, with no scripts. For those who verify only. */
export async function sendPaper(visit: Visit): Promise<Response> {
  const { papers } = await requestFileOf(visit);
  const paper = papers.find(({ id: known }) => known === visit.param('paper'));
  const stored = paper && (await papersStore(visit.world).get(paper.sha256));
  if (!paper || !stored) throw notFound();
  const plain = paper.name.replaceAll(/[^\w.-]/g, '_');
  return new Response(stored.stream, {
    headers: {
      'content-type': fileKinds[paper.kind],
      'content-length': String(stored.size),
      'content-disposition': `attachment; filename="${plain}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
