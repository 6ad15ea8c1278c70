import { CheckboxesField, RadiosField } from '../../../../design/form/choice-fields.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { LocalText } from '../../../../kernel/local-text.ts';
import { words } from '../../messages/index.ts';
import { incomeGroups, type RuleKind } from '../../rules/eligibility-rule.ts';
import type { NamedRegion, PublishedList } from '../../store/lists.ts';

export interface RuleChoices {
  readonly lists: readonly PublishedList[];
  readonly regions: readonly NamedRegion[];
  readonly definitions: readonly {
    readonly key: string;
    readonly revision: number;
    readonly title: LocalText;
  }[];
}

interface RuleFieldsProps {
  readonly language: Language;
  readonly kind: RuleKind;
  readonly choices: RuleChoices;
}

/** What a rule of the kind wants to know. */
export function RuleFields({ language, kind, choices }: RuleFieldsProps) {
  const t = words(language);
  switch (kind) {
    case 'countries':
      return <TextField name="countries" label={t('countries-only')} hint={t('countries-hint')} />;
    case 'income-groups':
      return (
        <>
          <ListField lists={choices.lists} scheme="world-bank-income" label={t('which-income-list')} />
          <CheckboxesField
            name="groups"
            label={t('income-groups-only')}
            choices={incomeGroups.map((value) => ({ value, label: t(`group.${value}`) }))}
          />
        </>
      );
    case 'regions':
      return (
        <>
          <ListField lists={choices.lists} scheme="un-m49" label={t('which-region-list')} />
          <CheckboxesField
            name="regions"
            label={t('regions-only')}
            choices={choices.regions.map(({ m49, names }) => ({ value: m49, label: names[language] }))}
          />
        </>
      );
    case 'global-south':
    case 'secondary-city': {
      const revisions = choices.definitions.filter(({ key }) => key === kind);
      return (
        <SelectField
          name="revision"
          label={t('which-definition')}
          none={false}
          choices={revisions.map(({ revision, title }) => ({
            value: String(revision),
            label: t('definition-version', { title: title[language], version: revision }),
          }))}
        />
      );
    }
    case 'population':
      return (
        <>
          <NumberField name="atLeast" label={t('at-least-people')} optional />
          <NumberField name="atMost" label={t('at-most-people')} optional />
          <NumberField name="margin" label={t('margin')} hint={t('margin-hint')} initial="20" />
        </>
      );
    case 'capital':
      return (
        <RadiosField
          name="must"
          label={t('capital-rule')}
          initial="not-be"
          choices={[
            { value: 'not-be', label: t('rule.not-capital') },
            { value: 'be', label: t('rule.capital') },
          ]}
        />
      );
    case 'country-limit':
      return <NumberField name="limit" label={t('limit-of-country')} />;
    case 'no-running-grant':
    default:
      return <p>{t('no-running-grant-explained')}</p>;
  }
}

interface ListFieldProps {
  readonly lists: readonly PublishedList[];
  readonly scheme: string;
  readonly label: string;
}

function ListField({ lists, scheme, label }: ListFieldProps) {
  const offered = lists.filter((list) => list.scheme === scheme);
  return (
    <SelectField
      name="list"
      label={label}
      none={false}
      choices={offered.map(({ slug, name, validFrom }) => ({
        value: slug,
        label: validFrom ? `${name} (${validFrom})` : name,
      }))}
    />
  );
}
