import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { choice, email, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { invitePerson } from '../../actions/invite-person.ts';
import { words } from '../../messages/index.ts';

const schema = z.object({ name: text(200), email: email(), language: choice(languages) });

export function showInvite(visit: Visit): Response {
  return invitePage(visit, freshForm(visit.world));
}

export async function receiveInvite(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema,
    act: async (input, once) =>
      `/workspace/people/${await invitePerson(visit.world, visit.actor, input, once)}`,
    again: (state) => invitePage(visit, state),
  });
}

function invitePage(visit: Visit, state: FormState): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('person-invite'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/people'), label: t('people') }]} />
        <PageHead title={t('person-invite')} lead={t('person-invite-lead')} />
        <Form {...state} action={visit.href('/workspace/people')}>
          <TextField name="name" label={t('name')} autocomplete="off" />
          <TextField name="email" label={t('email')} type="email" autocomplete="off" />
          <SelectField
            name="language"
            label={t('language-of-mail')}
            none={false}
            initial="en"
            choices={languages.map((code) => ({ value: code, label: languageName(visit.language, code) }))}
          />
          <SubmitButton>{t('person-invite-send')}</SubmitButton>
        </Form>
      </>
    ),
  });
}
