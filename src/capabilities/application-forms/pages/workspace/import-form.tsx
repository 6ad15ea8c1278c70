import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { because, Refusal } from '../../../../kernel/refusal.ts';
import { choice, text, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { createForm } from '../../actions/create-form.ts';
import { words } from '../../messages/index.ts';
import { readFormJson } from '../../rules/form-json.ts';
import { purposes } from '../../rules/stored-form.ts';
import { draftPath, formsPath } from './paths.ts';

const largestBytes = 1_000_000;
const slug = text(60).transform((value, context) =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? value : wrong(context, 'application-forms:not-a-slug'),
);
const brought = z.object({ slug, purpose: choice(purposes) });

export function showImport(visit: Visit): Response {
  return importPage(visit, freshForm(visit.world));
}

/** A form as JSON becomes the first draft of a new form. */
export async function sendImport(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: brought,
    act: async (asked, once, files) => {
      const file = files.find(([field]) => field === 'file')?.[1];
      const refuse = (key: string, values?: Record<string, string>) =>
        Object.assign(new Refusal(because(`application-forms:${key}`, values)), { field: 'file' });
      if (!file) throw refuse('import-no-file');
      if (file.size > largestBytes) throw refuse('import-too-large');
      const read = readFormJson(await file.text());
      if ('where' in read) throw refuse('import-misread', { where: read.where.slice(0, 100) });
      return draftPath(await createForm(visit.world, visit.actor, { ...asked, ...read }, once));
    },
    again: (state) => importPage(visit, state),
  });
}

function importPage(visit: Visit, state: FormState): Response {
  const t = words(visit.language);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(formsPath), label: t('forms') }]} />
      <PageHead title={t('form-import')} lead={t('form-import-lead')} />
      <Form
        action={visit.href(`${formsPath}/imports`)}
        problems={state.problems}
        answers={state.answers}
        idempotencyKey={state.idempotencyKey}
        files
      >
        <FileField name="file" label={t('form-file')} hint={t('form-file-hint')} accept=".json" />
        <TextField name="slug" label={t('form-slug')} hint={t('form-slug-hint')} size="medium" />
        <RadiosField
          name="purpose"
          label={t('form-purpose')}
          choices={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
        <SubmitButton>{t('form-bring-in')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('form-import'), body });
}
