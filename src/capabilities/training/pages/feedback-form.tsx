import { z } from 'zod';
import { SubmitButton } from '../../../design/button.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import type { Language } from '../../../kernel/language.ts';
import { choice, optionalText } from '../../../platform/forms/fields.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import { willUse } from '../rules/feedback.ts';

const degrees = ['5', '4', '3', '2', '1'] as const;

export const feedbackAnswers = z.object({
  useful: choice(degrees).transform(Number),
  willUse: choice(willUse),
  suggestion: optionalText(1000),
});

interface FeedbackFormProps {
  readonly language: Language;
  readonly action: string;
  readonly form: FormState;
}

/** Three questions, a minute. */
export function FeedbackForm({ language, action, form }: FeedbackFormProps) {
  const t = words(language);
  return (
    <section id="feedback">
      <h2>{t('feedback')}</h2>
      <p>{t('feedback-lead')}</p>
      <Form
        action={action}
        id="feedback-form"
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        aside
      >
        <RadiosField
          name="useful"
          label={t('how-useful')}
          choices={degrees.map((value) => ({ value, label: t(`useful.n${value}`) }))}
        />
        <RadiosField
          name="willUse"
          label={t('will-you-use')}
          choices={willUse.map((value) => ({ value, label: t(`will-use.${value}`) }))}
        />
        <TextareaField
          name="suggestion"
          label={t('suggestion')}
          hint={t('suggestion-hint')}
          rows={3}
          optional
        />
        <SubmitButton>{t('send-feedback')}</SubmitButton>
      </Form>
    </section>
  );
}
