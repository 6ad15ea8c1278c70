import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { email, optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { askForCode } from '../../actions/ask-for-code.ts';
import { browserOf } from '../../actions/browser.ts';
import { signInByCode } from '../../actions/sign-in-by-code.ts';
import { words } from '../../messages/index.ts';
import { submitSignIn } from './session-answer.ts';

const askSchema = z.object({ email: email(), to: optionalText(500) });
const codeSchema = z.object({ code: text(20), to: optionalText(500) });

export function showAskForCode(visit: Visit): Response {
  return askPage(visit, freshForm(visit.world, { to: visit.query('to') }));
}

export async function receiveAskForCode(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: askSchema,
    act: async ({ email, to }, once) => {
      const asked = { email, language: visit.language };
      const codeId = await askForCode(visit.world, asked, browserOf(visit.request), once);
      return `/sign-in/code/${codeId}${to ? `?to=${encodeURIComponent(to)}` : ''}`;
    },
    again: (state) => askPage(visit, state),
  });
}

export function showCode(visit: Visit): Response {
  return codePage(visit, freshForm(visit.world, { to: visit.query('to') }));
}

export async function receiveCode(visit: Visit): Promise<Response> {
  return await submitSignIn(visit, {
    schema: codeSchema,
    prove: ({ code }) => signInByCode(visit.world, visit.param('id'), code, browserOf(visit.request)),
    again: async (state) => codePage(visit, state),
  });
}

function askPage(visit: Visit, state: FormState): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('mailed-heading'),
    body: (
      <>
        <PageHead title={t('mailed-heading')} lead={t('mailed-lead')} />
        <Form {...state} action={visit.href('/sign-in/code')}>
          <input type="hidden" name="to" value={state.answers['to'] ?? ''} />
          <TextField name="email" label={t('email')} type="email" autocomplete="email" />
          <SubmitButton>{t('mailed-send')}</SubmitButton>
        </Form>
        <p>
          <a href={visit.href('/sign-in')}>{t('other-ways')}</a>
        </p>
      </>
    ),
  });
}

function codePage(visit: Visit, state: FormState): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('code-title'),
    body: (
      <>
        <PageHead title={t('code-title')} lead={t('code-lead')} />
        <Form {...state} action={visit.href(`/sign-in/code/${encodeURIComponent(visit.param('id'))}`)}>
          <input type="hidden" name="to" value={state.answers['to'] ?? ''} />
          <TextField
            name="code"
            label={t('code-field')}
            hint={t('code-hint')}
            inputMode="numeric"
            autocomplete="one-time-code"
            size="short"
          />
          <SubmitButton>{t('sign-in')}</SubmitButton>
        </Form>
        <p>
          <a href={visit.href('/sign-in/code')}>{t('code-again')}</a>
        </p>
      </>
    ),
  });
}
