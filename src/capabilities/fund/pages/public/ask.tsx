import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { isEmail, optionalText, text, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { askQuestion } from '../../actions/ask-question.ts';
import { words } from '../../messages/index.ts';
import { findOpenWindow } from '../../store/kept-windows.ts';

const question = z.object({
  asked: text(1500),
  city: optionalText(200),
  email: optionalText(254).transform((value, context) =>
    value === null || isEmail(value) ? value : wrong(context, 'platform:not-an-email'),
  ),
});

export async function showAsking(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendQuestion(visit: Visit): Promise<Response> {
  const slug = visit.param('slug');
  return await submitForm(visit, {
    schema: question,
    act: async (said, once) => {
      await askQuestion(visit.world, { ...said, slug, language: visit.language }, once);
      return `/fund/windows/${slug}/questions/received`;
    },
    again: (state) => page(visit, state),
  });
}

/** What happens next. It looks nothing up but the window. */
export async function showQuestionReceived(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const window = await findOpenWindow(world.publicDb, visit.param('slug'));
  if (!window) throw notFound();
  const body = (
    <Confirmation title={t('question-received')}>
      <p>{t('question-received-next')}</p>
      <p>
        <a href={visit.href(`/fund/windows/${window.slug}#questions`)}>{t('questions-and-answers')}</a>
      </p>
    </Confirmation>
  );
  return visit.show({ title: t('question-received'), body });
}

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const window = await findOpenWindow(world.publicDb, visit.param('slug'));
  if (!window) throw notFound();
  const path = `/fund/windows/${window.slug}`;
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/fund'), label: t('fund') },
          { href: visit.href(path), label: window.name[language] },
        ]}
      />
      <PageHead title={t('ask-a-question')} lead={t('ask-lead')} />
      {window.state === 'closed' ? (
        <Notice>{t('is-not-open')}</Notice>
      ) : (
        <Form
          action={visit.href(`${path}/questions`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <TextareaField
            name="asked"
            label={t('your-question')}
            hint={t('your-question-hint')}
            maxLength={1500}
          />
          <TextField name="city" label={t('your-city')} hint={t('your-city-hint')} maxLength={200} optional />
          <TextField
            name="email"
            type="email"
            autocomplete="email"
            label={t('your-email')}
            hint={t('your-email-hint')}
            optional
          />
          <SubmitButton>{t('send-question')}</SubmitButton>
        </Form>
      )}
    </>
  );
  return visit.show({ title: t('ask-a-question'), body, hasProblems: form.problems.length > 0 });
}
