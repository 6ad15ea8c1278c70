import { z } from 'zod';
import { SubmitButton } from '../../../design/button.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { DateField } from '../../../design/form/date-field.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import type { Language } from '../../../kernel/language.ts';
import { choice, optionalDate, optionalText } from '../../../platform/forms/fields.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import { type AnswerSaid, answers } from '../rules/answer.ts';

/** What has to go with an answer (a reason with a no, a day with "later") is the action's to say. */
export const invitationAnswers = z.object({
  answer: choice(answers),
  reason: optionalText(600),
  laterOn: optionalDate(),
});

interface AnswerFormProps {
  readonly language: Language;
  readonly action: string;
  readonly form: FormState;
  readonly said: Pick<AnswerSaid, 'reason' | 'laterOn'> & { readonly answer: string | null };
}

export function InvitationAnswerForm({ language, action, form, said }: AnswerFormProps) {
  const t = words(language);
  return (
    <Form
      action={action}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={form.idempotencyKey}
    >
      <RadiosField
        name="answer"
        label={t('your-answer')}
        initial={said.answer ?? undefined}
        choices={answers.map((value) => ({
          value,
          label: t(`answer.${value}`),
          hint: t(`answer-hint.${value}`),
        }))}
      />
      <TextareaField
        name="reason"
        label={t('answer-reason')}
        hint={t('answer-reason-hint')}
        initial={said.reason ?? undefined}
        rows={3}
        maxLength={600}
        optional
      />
      <DateField
        name="laterOn"
        label={t('later-on')}
        hint={t('later-on-hint')}
        initial={said.laterOn ?? undefined}
        optional
      />
      <SubmitButton>{t('send-answer')}</SubmitButton>
    </Form>
  );
}
