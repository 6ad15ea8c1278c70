import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { languages } from '../../../../kernel/language.ts';
import { choice } from '../../../../platform/forms/fields.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Settings } from '../../store/persons.ts';

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export const settingsSchema = z.object({ language: choice(languages), timeZone: choice(timeZones) });

interface SettingsFormProps {
  readonly visit: Visit;
  readonly person: Settings;
  readonly state: FormState;
}

/** In which language one is written to, and by which clock. */
export function SettingsForm({ visit, person, state }: SettingsFormProps) {
  const t = words(visit.language);
  return (
    <Form {...state} action={visit.href('/account/settings')}>
      <SelectField
        name="language"
        label={t('language-of-mail')}
        none={false}
        initial={person.language}
        choices={languages.map((code) => ({ value: code, label: languageName(visit.language, code) }))}
      />
      <SelectField
        name="timeZone"
        label={t('time-zone')}
        none={false}
        initial={person.timeZone}
        choices={timeZones.map((zone) => ({ value: zone, label: zone }))}
      />
      <SubmitButton>{t('settings-save')}</SubmitButton>
    </Form>
  );
}
