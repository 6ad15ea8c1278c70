import { DateField } from '../../../design/form/date-field.tsx';
import { NumberField } from '../../../design/form/number-field.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import { timeZonesFor } from '../../../kernel/time-zone.ts';

interface PlanFieldsProps {
  readonly language: Language;
  readonly zone: string;
  readonly stored?: Readonly<Record<string, string>>;
}

/** When, for how long, where and about what. */
export function PlanFields({ language, zone, stored = {} }: PlanFieldsProps) {
  const t = words(language);
  return (
    <>
      <DateField name="day" label={t('day')} initial={stored['day']} />
      <TextField name="time" label={t('time')} hint={t('time-hint')} size="short" initial={stored['time']} />
      <SelectField
        name="timeZone"
        label={t('time-zone')}
        hint={t('time-zone-of-session')}
        initial={zone}
        none={false}
        choices={timeZonesFor('ZZ').map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
      />
      <NumberField
        name="minutes"
        label={t('length')}
        unit={t('minutes')}
        initial={stored['minutes'] ?? '60'}
      />
      <TextField
        name="place"
        label={t('place')}
        hint={t('place-hint')}
        maxLength={500}
        initial={stored['place']}
      />
      <TextareaField name="agenda" label={t('agenda')} rows={4} maxLength={2000} initial={stored['agenda']} />
    </>
  );
}
