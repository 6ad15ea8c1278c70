import { SubmitButton } from '../../../../design/button.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { askForLink } from '../../actions/find-again.ts';
import { words } from '../../messages/index.ts';
import { personal } from '../personal.ts';
import { findLinkAnswers } from './ask-answers.ts';

export function showFindLink(visit: Visit): Response {
  return findLinkPage(visit, freshForm(visit.world));
}

export async function sendFindLink(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: findLinkAnswers,
    act: async (said, once) => {
      await askForLink(visit.world, { ...said, language: visit.language }, networkOf(visit.request), once);
      return '/ask/link/sent';
    },
    again: (state) => findLinkPage(visit, state),
  });
}

/** The same words whether or not anything was found. */
export function showLinkSent(visit: Visit): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('link-sent'),
    body: <Confirmation title={t('link-sent')}>{t('link-sent-next')}</Confirmation>,
  });
}

function findLinkPage(visit: Visit, form: FormState): Response {
  const t = words(visit.language);
  const body = (
    <>
      <PageHead title={t('find-link')} lead={t('find-link-lead')} />
      <Form
        action={visit.href('/ask/link')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <TextField name="reference" label={t('reference')} hint={t('reference-hint')} size="medium" />
        <TextField name="email" label={t('your-email')} type="email" autocomplete="email" />
        <SubmitButton>{t('find-link-send')}</SubmitButton>
      </Form>
    </>
  );
  return personal(visit.show({ title: t('find-link'), body }));
}
