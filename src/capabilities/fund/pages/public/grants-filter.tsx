import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { compareNames, countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { GrantFilter } from './choose-grants.ts';
import { type GrantState, grantStates } from '../../rules/grant.ts';
import type { GranteesPageProps } from './grantees-page.tsx';

/** The address of the grantees with these filters, as a page or a file. */
export function granteesPath(
  filter: GrantFilter,
  { file, sort, less }: { file?: 'csv' | 'json'; sort?: string; less?: string } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value && name !== less) query.set(name, value);
  if (sort) query.set('sort', sort);
  const text = query.toString();
  return `/fund/grantees${file ? `.${file}` : ''}${text ? `?${text}` : ''}`;
}

type FilterProps = Pick<GranteesPageProps, 'language' | 'href' | 'all' | 'grants' | 'filter' | 'sort'>;

export function GrantsFilter({ language, href, all, grants, filter, sort }: FilterProps) {
  const t = words(language);
  const choices = choicesOf(all, language);
  const labelOf = (name: keyof typeof choices, value: string) =>
    choices[name].find((choice) => choice.value === value)?.label ?? value;
  const applied = (['window', 'country', 'state', 'cities'] as const).flatMap((name) => {
    const value = filter[name];
    return value
      ? [
          {
            label: t(name),
            value: labelOf(name, value),
            removeHref: href(granteesPath(filter, { less: name, sort })),
          },
        ]
      : [];
  });
  const cities = new Set(grants.map(({ city }) => city.id)).size;
  return (
    <FilterBar
      action={href('/fund/grantees')}
      answers={{ ...filter }}
      applied={applied}
      clearHref={href('/fund/grantees')}
      keep={{ sort }}
      result={t('n-grants', { n: grants.length, cities })}
    >
      {(['window', 'country', 'state', 'cities'] as const).map((name) => (
        <SelectField
          key={name}
          name={name}
          label={t(name)}
          choices={choices[name]}
          none={t('any')}
          optional
        />
      ))}
    </FilterBar>
  );
}

function choicesOf(all: FilterProps['all'], language: FilterProps['language']) {
  const t = words(language);
  const windows = new Map(
    all.flatMap(({ window }) => (window ? [[window.slug, window.name[language]]] : [])),
  );
  const countries = [...new Set(all.map(({ city }) => city.country))];
  const states = new Set<GrantState>(all.map(({ state }) => state));
  return {
    window: [...windows].map(([value, label]) => ({ value, label })),
    country: countries
      .map((value) => ({ value, label: countryName(language, value) }))
      .toSorted((a, b) => compareNames(language, a.label, b.label)),
    state: grantStates
      .filter((state) => states.has(state))
      .map((value) => ({ value, label: t(`state-${value}`) })),
    cities: [
      { value: 'global-south', label: t('global-south') },
      { value: 'secondary', label: t('secondary') },
    ],
  };
}
