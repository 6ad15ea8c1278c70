import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { refuseIf } from '../../../../kernel/refusal.ts';
import { choice, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { closeResponse } from '../../actions/move-response.ts';
import { words } from '../../messages/index.ts';
import { whyNotMove } from '../../permissions.ts';
import { wordingFor } from '../../rules/response.ts';
import { pageLanguageChoices } from '../choices.ts';
import { idIn, recordFor } from '../frame.ts';

export async function showClosing(visit: Visit): Promise<Response> {
  return await closingPage(visit, freshForm(visit.world));
}

export async function sendClosing(visit: Visit): Promise<Response> {
  const id = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ lessons: text(4000), language: choice(languages) }),
    act: async (said, once) => {
      await closeResponse(visit.world, visit.actor, { id, ...said }, once);
      return `/workspace/emergencies/${id}`;
    },
    again: (state) => closingPage(visit, state),
  });
}

async function closingPage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const record = await recordFor(visit, { id: idIn(visit, 'id') });
  refuseIf(whyNotMove(visit.actor, record, 'close'));
  const t = words(language);
  const at = visit.href(`/workspace/emergencies/${record.id}`);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: at, label: wordingFor(record.wordings, language).title }]} />
      <PageHead title={t('close')} lead={t('close-hint')} />
      <Form
        action={`${at}/closing`}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <TextareaField name="lessons" label={t('lessons')} hint={t('lessons-hint')} rows={8} />
        <SelectField
          name="language"
          label={t('written-language')}
          choices={pageLanguageChoices(language)}
          initial={language}
          none={false}
        />
        <SubmitButton look="danger">{t('close')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('close'), body });
}
