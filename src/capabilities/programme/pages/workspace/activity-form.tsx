import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { activityKinds } from '../../../../kernel/activity-kind.ts';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { compareNames, languageName } from '../../../../platform/languages/format.ts';
import { topicKeys, topicLabel } from '../../../city-record/index.ts';
import { words } from '../../messages/index.ts';
import type { RegionChoice } from '../../store/countries.ts';
import { WhoMayJoin } from './who-may-join.tsx';

interface ActivityFormProps {
  readonly language: Language;
  readonly action: string;
  readonly form: FormState;
  readonly version?: number | undefined;
  readonly regions: readonly RegionChoice[];
}

/** One activity by hand: what, in five languages; about what; to whom; from when to when. */
export function ActivityForm({ language, action, form, version, regions }: ActivityFormProps) {
  const t = words(language);
  const labels = Object.fromEntries(
    languages.flatMap((code) => [
      [`title-${code}`, `${t('activity-title')} (${languageName(language, code)})`],
      [`about-${code}`, `${t('about')} (${languageName(language, code)})`],
    ]),
  );
  return (
    <Form
      action={action}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={form.idempotencyKey}
      version={form.stale?.version ?? version}
    >
      {form.stale && (
        <StaleTexts
          current={form.stale.current}
          answers={form.answers}
          labels={{ ...labels, opensOn: t('opens-on'), closesOn: t('closes-on'), countries: t('countries') }}
        />
      )}
      <SelectField
        name="kind"
        label={t('kind')}
        choices={activityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {languages.map((code) => (
        <TextField
          key={code}
          name={`title-${code}`}
          label={labels[`title-${code}`] ?? ''}
          lang={code}
          maxLength={120}
        />
      ))}
      {languages.map((code) => (
        <TextareaField
          key={code}
          name={`about-${code}`}
          label={labels[`about-${code}`] ?? ''}
          hint={code === 'en' ? t('about-hint') : undefined}
          lang={code}
          rows={3}
          maxLength={600}
        />
      ))}
      <CheckboxesField
        name="topics"
        label={t('topics')}
        hint={t('topics-hint')}
        choices={topicKeys
          .map((value) => ({ value, label: topicLabel(language, value) }))
          .toSorted((a, b) => compareNames(language, a.label, b.label))}
        optional
      />
      <CheckboxesField
        name="languages"
        label={t('held-in')}
        hint={t('held-in-hint')}
        choices={languages.map((value) => ({ value, label: languageName(language, value) }))}
        optional
      />
      <WhoMayJoin language={language} regions={regions} />
      <DateField name="opensOn" label={t('opens-on')} hint={t('opens-on-hint')} />
      <DateField name="closesOn" label={t('closes-on')} hint={t('closes-on-hint')} optional />
      <NumberField name="places" label={t('places')} optional />
      <DateField name="meetsOn" label={t('meets-on')} hint={t('meets-on-hint')} optional />
      <TextField
        name="meetsTime"
        label={t('meets-time')}
        hint={t('meets-time-hint')}
        size="short"
        maxLength={5}
        optional
      />
      <TextField name="path" label={t('read-more-at')} hint={t('read-more-hint')} type="url" optional />
      <CheckboxField
        name="emergency"
        question={t('emergency')}
        label={t('emergency-yes')}
        hint={t('emergency-hint')}
        optional
      />
      <SubmitButton>{t('save-activity')}</SubmitButton>
    </Form>
  );
}
