import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { handOver } from '../../actions/hand-over.ts';
import { words } from '../../messages/index.ts';
import { listColleagues } from '../../store/desk-people.ts';
import { findHandOver } from '../../store/hand-overs.ts';
import { listMessagesOf, listPackCases } from '../../store/pack.ts';
import { handOverAnswers } from './case-answers.ts';
import { HandOverPack } from './hand-over-pack.tsx';

export async function showHandOver(visit: Visit): Promise<Response> {
  return await handOverPage(visit, freshForm(visit.world));
}

export async function sendHandOver(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: handOverAnswers,
    act: async (said, once) =>
      `/workspace/support/hand-overs/${await handOver(visit.world, visit.actor, said, once)}`,
    again: (state) => handOverPage(visit, state),
  });
}

async function handOverPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const colleagues = await reading(world, actor, listColleagues);
  const t = words(language);
  const choices = colleagues.map(({ personId, name, load }) => ({
    value: personId,
    label: t('colleague-load', { name, n: load }),
  }));
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/support'), label: t('desk') }]} />
      <PageHead title={t('hand-over')} lead={t('hand-over-lead')} />
      <Form
        action={visit.href('/workspace/support/hand-over')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <SelectField name="from" label={t('hand-over-from')} choices={choices} />
        <RadiosField
          name="to"
          label={t('hand-over-to')}
          choices={[
            { value: '', label: t('hand-over-spread'), hint: t('hand-over-spread-hint') },
            ...choices,
          ]}
          initial=""
        />
        <TextField name="reason" label={t('reason')} hint={t('hand-over-reason-hint')} />
        <SubmitButton>{t('hand-over-send')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('hand-over'), body });
}

/** What matters of each case that changed hands, on paper if wanted. */
export async function showPack(visit: Visit): Promise<Response> {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  const { language, world, actor } = visit;
  const pack = await reading(world, actor, async (tx) => {
    const given = await findHandOver(tx, id);
    if (!given) throw notFound();
    const ids = given.cases.map(({ caseId }) => caseId);
    return { given, cases: await listPackCases(tx, ids), last: await listMessagesOf(tx, ids) };
  });
  return visit.show({
    title: words(language)('pack'),
    body: <HandOverPack {...{ language, ...pack }} href={(path) => visit.href(path)} />,
  });
}
