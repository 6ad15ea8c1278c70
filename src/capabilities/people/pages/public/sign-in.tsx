import { z } from 'zod';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { email, optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { browserOf } from '../../actions/browser.ts';
import { askForPasskey, relyingParty, refused } from '../../actions/passkey-ceremony.ts';
import { signInByPasskey } from '../../actions/sign-in-by-passkey.ts';
import { signInByPassphrase } from '../../actions/sign-in-by-passphrase.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { words } from '../../messages/index.ts';
import { PasskeyForm } from '../passkey-form.tsx';
import { submitSignIn } from './session-answer.ts';

const passphraseSchema = z.object({
  email: email(),
  passphrase: text(200),
  code: text(20),
  to: optionalText(500),
});

const passkeySchema = z.object({ response: optionalText(20_000), to: optionalText(500) });

export async function showSignIn(visit: Visit): Promise<Response> {
  return await signInPage(visit, freshForm(visit.world, { to: visit.query('to') }));
}

export async function receivePassphrase(visit: Visit): Promise<Response> {
  return await submitSignIn(visit, {
    schema: passphraseSchema,
    prove: (input) => signInByPassphrase(visit.world, input, browserOf(visit.request)),
    again: (state) => signInPage(visit, state),
  });
}

export async function receivePasskey(visit: Visit): Promise<Response> {
  return await submitSignIn(visit, {
    schema: passkeySchema,
    prove: async ({ response }) => {
      const party = relyingParty(visit.world.config, visit.request);
      if (!party) throw new Refusal(refused);
      return await signInByPasskey(visit.world, party, response ?? '', browserOf(visit.request));
    },
    again: (state) => signInPage(visit, state),
  });
}

async function signInPage(visit: Visit, state: FormState): Promise<Response> {
  const { world, language } = visit;
  const t = words(language);
  const party = relyingParty(world.config, visit.request);
  const options = party && (await askForPasskey(world, party, 'sign-in'));
  const to = state.answers['to'];
  const codeHref = visit.href(to ? `/sign-in/code?to=${encodeURIComponent(to)}` : '/sign-in/code');
  return visit.show({
    title: t('sign-in'),
    script: 'passkey',
    body: (
      <>
        <PageHead title={t('sign-in')} lead={t('sign-in-lead')} />
        <section>
          <h2>{t('passkey-heading')}</h2>
          <p>{t('passkey-lead')}</p>
          <PasskeyForm
            action={visit.href('/sign-in/passkey')}
            idempotencyKey={world.newId()}
            label={t('passkey-sign-in')}
            ceremony="get"
            {...{ options, to }}
          />
        </section>
        <section>
          <h2>{t('passphrase-heading')}</h2>
          <PassphraseForm action={visit.href('/sign-in')} state={state} words={t} />
        </section>
        <section>
          <h2>{t('mailed-heading')}</h2>
          <p>{t('mailed-lead')}</p>
          <p>
            <ButtonLink href={codeHref}>{t('mailed-send')}</ButtonLink>
          </p>
        </section>
      </>
    ),
  });
}

interface PassphraseFormProps {
  readonly action: string;
  readonly state: FormState;
  readonly words: ReturnType<typeof words>;
}

function PassphraseForm({ action, state, words: t }: PassphraseFormProps) {
  return (
    <Form {...state} action={action}>
      <input type="hidden" name="to" value={state.answers['to'] ?? ''} />
      <TextField name="email" label={t('email')} type="email" autocomplete="username" />
      <TextField name="passphrase" label={t('passphrase')} type="password" autocomplete="current-password" />
      <TextField
        name="code"
        label={t('second-code')}
        hint={t('second-code-hint')}
        autocomplete="one-time-code"
        size="medium"
        spellcheck={false}
      />
      <SubmitButton>{t('sign-in')}</SubmitButton>
    </Form>
  );
}
