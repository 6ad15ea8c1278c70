import { SubmitButton } from '../../../design/button.tsx';
import { RadiosField } from '../../../design/form/choice-fields.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { type Language, languages } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';

interface AnswerFormProps {
  readonly language: Language;
  readonly action: string;
  readonly form: FormState;
  readonly city: string;
  /** Undefined on a page that a letter opened: the letter says whose it is. */
  readonly cityId?: string;
  readonly answered: string | null;
  readonly stored: Readonly<Record<string, string>>;
}

/** Yes or no, and whom to write to. Contacts go out only when all have said yes. */
export function AnswerForm({ language, action, form, city, cityId, answered, stored }: AnswerFormProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('answer-for', { city })}</h2>
      {answered === 'yes' && <p>{t('you-said-yes')}</p>}
      <Form
        action={action}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={cityId ? `${form.idempotencyKey}-${cityId.slice(-12)}` : form.idempotencyKey}
      >
        {cityId && <input type="hidden" name="city" value={cityId} />}
        <RadiosField
          name="answer"
          label={t('want-to-meet')}
          hint={t('want-to-meet-hint')}
          initial={answered ?? undefined}
          choices={[
            { value: 'yes', label: t('answer-yes') },
            { value: 'no', label: t('answer-no'), hint: t('answer-no-hint') },
          ]}
        />
        <TextField
          name="contactName"
          label={t('contact-name')}
          hint={t('contact-shared')}
          initial={stored['contactName']}
        />
        <TextField
          name="contactEmail"
          type="email"
          label={t('contact-email')}
          initial={stored['contactEmail']}
        />
        <RadiosField
          name="contactLanguage"
          label={t('contact-language')}
          initial={stored['contactLanguage']}
          choices={languages.map((code) => ({ value: code, label: languageName(language, code) }))}
        />
        <SubmitButton>{t('send-answer')}</SubmitButton>
      </Form>
    </section>
  );
}
