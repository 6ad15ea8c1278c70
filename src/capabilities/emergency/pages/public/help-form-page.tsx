import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { helpKindChoices, pageLanguageChoices } from '../choices.ts';
import type { Frame } from '../frame.ts';
import type { Door } from './help-form.tsx';

interface HelpFormPageProps extends Frame {
  readonly door: Door;
  readonly form: FormState;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

/** Asking and offering: the same short form but for who and until when. */
export function HelpFormPage({ language, href, record, door, form, chosen, found }: HelpFormPageProps) {
  const t = words(language);
  const at = `/emergencies/${record.slug}`;
  const asks = door === 'ask';
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(at), label: wordingFor(record.wordings, language).title }]} />
      <PageHead title={t(door)} lead={t(asks ? 'ask-lead' : 'offer-lead')} />
      {record.stage === 'closed' ? (
        <Notice>{t('is-closed')}</Notice>
      ) : (
        <Form
          action={href(`${at}/${door}`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          {asks && <Notice tone="signal">{t('not-rescue')}</Notice>}
          <CityPicker
            name="city"
            label={t(asks ? 'your-city' : 'your-city-if')}
            searchAction={href(`${at}/${door}/city-search`)}
            chosen={chosen}
            found={found}
            optional={!asks}
          />
          {!asks && (
            <TextField
              name="organisation"
              label={t('your-organisation')}
              hint={t('your-organisation-hint')}
              autocomplete="organization"
              optional
            />
          )}
          <SelectField name="kind" label={t('kind-of-help')} choices={helpKindChoices(language)} />
          <TextField
            name="what"
            label={t(asks ? 'what-needed' : 'what-offered')}
            hint={t('what-hint')}
            maxLength={200}
          />
          <TextareaField name="details" label={t('details')} hint={t('details-hint')} rows={5} />
          {asks && (
            <RadiosField
              name="urgency"
              label={t('how-urgent')}
              initial="emergency"
              choices={(['emergency', 'soon'] as const).map((value) => ({
                value,
                label: t(`urgency.${value}`),
              }))}
            />
          )}
          {!asks && <DateField name="until" label={t('offer-until')} optional />}
          <CheckboxField
            name="mayShow"
            question={t('may-show-question')}
            label={t('may-show')}
            hint={t('may-show-hint')}
            optional
          />
          <AboutYou language={language} />
          <p class="quiet">{t('privacy')}</p>
          <SubmitButton>{t(asks ? 'send-request' : 'send-offer')}</SubmitButton>
        </Form>
      )}
    </>
  );
}

function AboutYou({ language }: { language: Language }) {
  const t = words(language);
  return (
    <>
      <h2>{t('about-you')}</h2>
      <TextField name="name" label={t('your-name')} autocomplete="name" />
      <TextField name="role" label={t('your-role')} autocomplete="organization-title" />
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
        choices={pageLanguageChoices(language)}
        initial={language}
        none={false}
      />
    </>
  );
}
