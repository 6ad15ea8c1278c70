import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import { languageChoices, topicChoices, urgencyChoices } from '../choices.ts';

interface AskPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly form: FormState;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

/** Any city asks, without an account: one page, the question first. */
export function AskPage({ language, href, form, chosen, found }: AskPageProps) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('ask')} lead={t('ask-lead')} />
      <p>{t.rich('ask-have-case', { link: (words) => <a href={href('/ask/link')}>{words}</a> })}</p>
      <Form
        action={href('/ask')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        files
      >
        <h2>{t('your-question')}</h2>
        <CityPicker
          name="city"
          label={t('your-city')}
          searchAction={href('/ask/city-search')}
          chosen={chosen}
          found={found}
        />
        <TextField name="subject" label={t('subject')} hint={t('subject-hint')} maxLength={150} />
        <TextareaField name="body" label={t('question')} hint={t('question-hint')} rows={8} />
        <SelectField name="topic" label={t('topic')} choices={topicChoices(language)} />
        <RadiosField
          name="urgency"
          label={t('urgency')}
          choices={urgencyChoices(language)}
          initial="normal"
        />
        <Files language={language} />
        <h2>{t('about-you')}</h2>
        <TextField name="name" label={t('your-name')} autocomplete="name" />
        <TextField
          name="role"
          label={t('your-role')}
          hint={t('your-role-hint')}
          autocomplete="organization-title"
        />
        <TextField
          name="email"
          label={t('your-email')}
          hint={t('your-email-hint')}
          type="email"
          autocomplete="email"
        />
        <SelectField
          name="language"
          label={t('answer-language')}
          choices={languageChoices(language)}
          initial={language}
          none={false}
        />
        <p class="quiet">{t('ask-privacy')}</p>
        <SubmitButton>{t('send-question')}</SubmitButton>
      </Form>
    </>
  );
}

export function Files({ language }: { language: Language }) {
  const t = words(language);
  const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt';
  return (
    <FileField name="files" label={t('files')} hint={t('files-hint')} accept={accept} multiple optional />
  );
}
