import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { choice, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { createCourse } from '../../actions/create-course.ts';
import { words } from '../../messages/index.ts';
import { languageChoices } from '../frame.ts';

const answers = z.object({ title: text(150), summary: text(600), sourceLanguage: choice(languages) });

export function showNewCourse(visit: Visit): Response {
  return newCoursePage(visit, freshForm(visit.world));
}

export async function sendNewCourse(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: answers,
    act: async ({ title, summary, sourceLanguage }, once) => {
      const content = {
        sourceLanguage,
        languages: [sourceLanguage],
        title: { [sourceLanguage]: title },
        summary: { [sourceLanguage]: summary },
        topics: [],
        minutes: 60,
        passPercent: 70,
        certifies: false,
        modules: [],
      };
      return `/workspace/training/courses/${await createCourse(visit.world, visit.actor, content, once)}`;
    },
    again: (state) => newCoursePage(visit, state),
  });
}

function newCoursePage(visit: Visit, form: FormState): Response {
  const { language } = visit;
  const t = words(language);
  return visit.show({
    title: t('write-course'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/training'), label: t('training') }]} />
        <PageHead title={t('write-course')} lead={t('write-course-lead')} />
        <Form
          action={visit.href('/workspace/training/courses')}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <SelectField
            name="sourceLanguage"
            label={t('source-language')}
            hint={t('source-language-hint')}
            choices={languageChoices(language)}
            initial={language}
            none={false}
          />
          <TextField name="title" label={t('course-title')} maxLength={150} />
          <TextareaField
            name="summary"
            label={t('course-summary')}
            hint={t('course-summary-hint')}
            rows={3}
            maxLength={600}
          />
          <SubmitButton>{t('begin-course')}</SubmitButton>
        </Form>
      </>
    ),
  });
}
