import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { text, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { setPassphrase } from '../../actions/set-passphrase.ts';
import { words } from '../../messages/index.ts';
import { shortestPassphrase } from '../../rules/passphrase.ts';
import { changingWaysIn } from './door.ts';

const path = '/account/passphrase';

const schema = z
  .object({ passphrase: text(1000), again: text(1000) })
  .superRefine(({ passphrase, again }, context) => {
    if (passphrase !== again) wrong(context, 'people:not-the-same', {}, ['again']);
  });

export async function showPassphrase(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, async () => passphrasePage(visit, freshForm(visit.world)));
}

export async function receivePassphrase(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, async ({ factors }) =>
    submitForm(visit, {
      schema,
      act: async ({ passphrase }) => {
        await setPassphrase(visit.world, visit.actor, passphrase);
        const hasCode = factors.hasAuthenticator || factors.printedCodesLeft > 0;
        return hasCode ? '/account' : '/account/authenticator';
      },
      again: (state) => passphrasePage(visit, state),
    }),
  );
}

function passphrasePage(visit: Visit, state: FormState): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('passphrase-set'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/account'), label: t('account') }]} />
        <PageHead title={t('passphrase-set')} lead={t('passphrase-set-lead')} />
        <Form {...state} action={visit.href(path)}>
          <input
            type="text"
            name="username"
            autocomplete="username"
            value={visit.actor.name}
            hidden
            readOnly
          />
          <TextField
            name="passphrase"
            label={t('passphrase-new')}
            hint={t('passphrase-hint', { min: shortestPassphrase })}
            type="password"
            autocomplete="new-password"
          />
          <TextField name="again" label={t('passphrase-again')} type="password" autocomplete="new-password" />
          <SubmitButton>{t('passphrase-save')}</SubmitButton>
        </Form>
      </>
    ),
  });
}
