import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { compareNames } from '../../../../platform/languages/format.ts';
import { populationBandKeys } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import type { RegionChoice } from '../../store/countries.ts';
import { bandName, incomeName } from '../say.ts';
import { incomeGroups } from './activity-answers.ts';

/** To whom it is open; nothing ticked means every city. */
export function WhoMayJoin({ language, regions }: { language: Language; regions: readonly RegionChoice[] }) {
  const t = words(language);
  return (
    <>
      <h2>{t('who-may-join')}</h2>
      <p>{t('who-may-join-says')}</p>
      <CheckboxesField
        name="regions"
        label={t('regions')}
        hint={t('lists-hint')}
        choices={regions
          .filter(({ level }) => level !== 'intermediate')
          .map(({ m49, names }) => ({ value: m49, label: names[language] }))
          .toSorted((a, b) => compareNames(language, a.label, b.label))}
        optional
      />
      <CheckboxesField
        name="incomes"
        label={t('incomes')}
        hint={t('lists-hint')}
        choices={incomeGroups.map((value) => ({ value, label: incomeName(language, value) }))}
        optional
      />
      <TextField name="countries" label={t('countries')} hint={t('countries-hint')} optional />
      <CheckboxesField
        name="bands"
        label={t('bands')}
        choices={populationBandKeys
          .filter((key) => key !== 'unknown')
          .map((value) => ({ value, label: bandName(language, value) }))}
        optional
      />
      <CheckboxField
        name="onlyGlobalSouth"
        question={t('global-south')}
        label={t('only-global-south')}
        optional
      />
      <CheckboxField
        name="onlySecondary"
        question={t('secondary')}
        label={t('only-secondary')}
        hint={t('only-secondary-hint')}
        optional
      />
    </>
  );
}
