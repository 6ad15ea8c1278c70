import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { offerSecret, reopenSecret, setUpAuthenticator } from '../../actions/set-up-authenticator.ts';
import { words } from '../../messages/index.ts';
import { authenticatorAddress, base32 } from '../../rules/totp.ts';
import { changingWaysIn } from './door.ts';
import { QrCode } from '../../../../design/qr-code.tsx';

const path = '/account/authenticator';
const schema = z.object({ sealed: text(200), code: text(20) });

export async function showAuthenticator(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, async () => {
    const { secret, sealed } = offerSecret(visit.world, visit.actor.personId ?? '');
    return authenticatorPage(visit, freshForm(visit.world, { sealed }), secret);
  });
}

export async function receiveAuthenticator(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, async () =>
    submitForm(visit, {
      schema,
      act: async (shown) => {
        await setUpAuthenticator(visit.world, visit.actor, shown);
        return '/account';
      },
      again: (state) => {
        const personId = visit.actor.personId ?? '';
        const secret = reopenSecret(visit.world, personId, state.answers['sealed'] ?? '');
        return authenticatorPage(visit, state, secret);
      },
    }),
  );
}

function authenticatorPage(visit: Visit, state: FormState, secret: Buffer): Response {
  const t = words(visit.language);
  const address = authenticatorAddress(secret, 'Mayors Migration Council', visit.actor.name);
  const spaced = base32(secret)
    .match(/.{1,4}/g)
    ?.join(' ');
  return visit.show({
    title: t('authenticator-set'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/account'), label: t('account') }]} />
        <PageHead title={t('authenticator-set')} lead={t('authenticator-lead')} />
        <section>
          <h2>{t('authenticator-scan')}</h2>
          <QrCode text={address} label={t('authenticator-qr')} />
          <p>{t('authenticator-type')}</p>
          <p>
            <code dir="ltr">{spaced}</code>
          </p>
        </section>
        <section>
          <h2>{t('authenticator-prove')}</h2>
          <Form {...state} action={visit.href(path)}>
            <input type="hidden" name="sealed" value={state.answers['sealed'] ?? ''} />
            <TextField
              name="code"
              label={t('authenticator-code')}
              inputMode="numeric"
              autocomplete="one-time-code"
              size="short"
            />
            <SubmitButton>{t('authenticator-save')}</SubmitButton>
          </Form>
        </section>
      </>
    ),
  });
}
