import { SubmitButton } from '../../../design/button.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';

interface CallOffFormProps {
  readonly language: Language;
  readonly action: string;
  readonly form: FormState;
}

export function CallOffForm({ language, action, form }: CallOffFormProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('call-off')}</h2>
      <Form
        id="call-off"
        aside
        action={action}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={`${form.idempotencyKey}-off`}
      >
        <TextareaField name="why" label={t('why')} hint={t('call-off-hint')} rows={2} maxLength={600} />
        <SubmitButton look="danger">{t('call-off')}</SubmitButton>
      </Form>
    </section>
  );
}
