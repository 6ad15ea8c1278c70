import { CityPicker } from '../../../design/city-picker.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { words } from '../messages/index.ts';
import { type CityChoice, type Frame, languageChoices } from './frame.ts';

interface PersonFieldsProps extends Frame, CityChoice {
  readonly searchAction: string;
  readonly name: string;
}

/** Who somebody is, and how to write to them. */
export function PersonFields({ language, searchAction, name, chosen, found }: PersonFieldsProps) {
  const t = words(language);
  return (
    <>
      <TextField
        name="name"
        label={t('your-name')}
        hint={t('your-name-hint')}
        autocomplete="name"
        initial={name}
      />
      <TextField
        name="email"
        label={t('your-email')}
        hint={t('your-email-hint')}
        type="email"
        autocomplete="email"
      />
      <CityPicker
        name="city"
        label={t('your-city')}
        hint={t('your-city-hint')}
        searchAction={searchAction}
        chosen={chosen}
        found={found}
        optional
      />
      <SelectField
        name="language"
        label={t('letters-in')}
        choices={languageChoices(language)}
        initial={language}
        none={false}
      />
    </>
  );
}
