import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { LocalText } from '../../../../kernel/local-text.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalId, text, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { createForm } from '../../actions/create-form.ts';
import { words } from '../../messages/index.ts';
import { purposes } from '../../rules/stored-form.ts';
import { listForms } from '../../store/forms.ts';
import { listVersions } from '../../store/versions.ts';
import { said } from '../said.ts';
import { isEmptyText, LocalTextFields, localTextIn } from './local-text-fields.tsx';
import { draftPath, formsPath } from './paths.ts';

const slug = text(60).transform((value, context) =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? value : wrong(context, 'application-forms:not-a-slug'),
);
const title = z
  .custom<LocalText>()
  .transform((value, context) =>
    isEmptyText(value) ? wrong(context, 'application-forms:label-needed') : value,
  );
/** The title's five fields become one, so that its problem is told together with the others. */
const newForm = z
  .record(z.string(), z.string().optional())
  .transform((posted) => ({ ...posted, title: localTextIn(posted, 'title') }))
  .pipe(z.object({ slug, purpose: choice(purposes), from: optionalId(), title }));

export async function showNewForm(visit: Visit): Promise<Response> {
  return await newFormPage(visit, freshForm(visit.world));
}

export async function sendNewForm(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  return await submitForm(visit, {
    schema: newForm,
    act: async (asked, once) => {
      const { from } = asked;
      const model = from ? (await reading(world, actor, (tx) => listVersions(tx, from)))[0] : undefined;
      if (from && !model) throw notFound();
      const { slug: name, purpose } = asked;
      const sections = model?.sections ?? [];
      return draftPath(
        await createForm(world, actor, { slug: name, purpose, title: asked.title, sections }, once),
      );
    },
    again: (state) => newFormPage(visit, state),
  });
}

async function newFormPage(visit: Visit, state: FormState): Promise<Response> {
  const t = words(visit.language);
  const forms = await reading(visit.world, visit.actor, listForms);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(formsPath), label: t('forms') }]} />
      <PageHead title={t('form-new')} lead={t('form-new-lead')} />
      <Form
        action={visit.href(formsPath)}
        problems={state.problems}
        answers={state.answers}
        idempotencyKey={state.idempotencyKey}
      >
        <LocalTextFields
          name="title"
          label={t('form-title')}
          hint={t('form-title-hint')}
          initial={undefined}
        />
        <TextField name="slug" label={t('form-slug')} hint={t('form-slug-hint')} size="medium" />
        <RadiosField
          name="purpose"
          label={t('form-purpose')}
          choices={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
        <SelectField
          name="from"
          label={t('form-from')}
          hint={t('form-from-hint')}
          none={t('form-from-nothing')}
          choices={forms.map((form) => ({
            value: form.id,
            label: said(form.title, visit.language) || form.slug,
          }))}
          optional
        />
        <SubmitButton>{t('form-create')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('form-new'), body });
}
