import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Refusal } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { stepUpMinutes } from '../../../../platform/permissions/guard.ts';
import { browserOf } from '../../actions/browser.ts';
import { askForPasskey, refused, relyingParty } from '../../actions/passkey-ceremony.ts';
import { stepUpByPasskey, stepUpByPassphrase, stepUpInTrial } from '../../actions/step-up.ts';
import { words } from '../../messages/index.ts';
import { hasPassphraseAndCode } from '../../rules/ways-in.ts';
import { getStanding } from '../../store/credentials.ts';
import { PasskeyForm } from '../passkey-form.tsx';
import { submitSignIn } from './session-answer.ts';

const to = optionalText(500);
const schemas = {
  passphrase: z.object({ passphrase: text(200), code: text(20), to }),
  passkey: z.object({ response: optionalText(20_000), to }),
  trial: z.object({ to }),
};

export async function showStepUp(visit: Visit): Promise<Response> {
  return await stepUpPage(visit, freshForm(visit.world, { to: visit.query('to') }));
}

const again = (visit: Visit) => (state: FormState) => stepUpPage(visit, state);

export async function receiveStepUpPassphrase(visit: Visit): Promise<Response> {
  return await submitSignIn(visit, {
    schema: schemas.passphrase,
    prove: (typed) => stepUpByPassphrase(visit.world, visit.actor, typed, browserOf(visit.request)),
    again: again(visit),
    sameSession: true,
  });
}

export async function receiveStepUpPasskey(visit: Visit): Promise<Response> {
  return await submitSignIn(visit, {
    schema: schemas.passkey,
    prove: async ({ response }) => {
      const party = relyingParty(visit.world.config, visit.request);
      if (!party) throw new Refusal(refused);
      return await stepUpByPasskey(visit.world, visit.actor, party, response ?? '');
    },
    again: again(visit),
    sameSession: true,
  });
}

export async function receiveStepUpTrial(visit: Visit): Promise<Response> {
  return await submitSignIn(visit, {
    schema: schemas.trial,
    prove: () => stepUpInTrial(visit.world, visit.actor),
    again: again(visit),
    sameSession: true,
  });
}

async function stepUpPage(visit: Visit, state: FormState): Promise<Response> {
  const { world, actor } = visit;
  const t = words(visit.language);
  const personId = actor.personId ?? '';
  const { factors } = await reading(world, actor, (tx) => getStanding(tx, personId));
  const party = relyingParty(world.config, visit.request);
  const options =
    party && factors.passkeys > 0 ? await askForPasskey(world, party, 'step-up', personId) : undefined;
  const isTrial = world.config.mode === 'trial' && actor.assurance === 'trial-link';
  return visit.show({
    title: t('step-up'),
    script: 'passkey',
    body: (
      <>
        <PageHead title={t('step-up')} lead={t('step-up-lead', { minutes: stepUpMinutes })} />
        {isTrial && <TrialForm visit={visit} state={state} />}
        {options && (
          <PasskeyForm
            action={visit.href('/step-up/passkey')}
            idempotencyKey={world.newId()}
            label={t('passkey-confirm')}
            ceremony="get"
            options={options}
            to={state.answers['to']}
          />
        )}
        {hasPassphraseAndCode(factors) && <PassphraseForm visit={visit} state={state} />}
        {!isTrial && factors.passkeys === 0 && !hasPassphraseAndCode(factors) && (
          <p>{t.rich('step-up-nothing', { link: (said) => <a href={visit.href('/account')}>{said}</a> })}</p>
        )}
      </>
    ),
  });
}

function TrialForm({ visit, state }: { visit: Visit; state: FormState }) {
  const t = words(visit.language);
  return (
    <Form {...state} id="trial" action={visit.href('/step-up/trial')}>
      <input type="hidden" name="to" value={state.answers['to'] ?? ''} />
      <p>{t('step-up-trial')}</p>
      <SubmitButton>{t('step-up-trial-confirm')}</SubmitButton>
    </Form>
  );
}

function PassphraseForm({ visit, state }: { visit: Visit; state: FormState }) {
  const t = words(visit.language);
  return (
    <Form {...state} action={visit.href('/step-up')}>
      <input type="hidden" name="to" value={state.answers['to'] ?? ''} />
      <input type="text" name="username" autocomplete="username" value={visit.actor.name} hidden readOnly />
      <TextField name="passphrase" label={t('passphrase')} type="password" autocomplete="current-password" />
      <TextField
        name="code"
        label={t('second-code')}
        hint={t('second-code-hint')}
        autocomplete="one-time-code"
        size="medium"
      />
      <SubmitButton>{t('confirm')}</SubmitButton>
    </Form>
  );
}
