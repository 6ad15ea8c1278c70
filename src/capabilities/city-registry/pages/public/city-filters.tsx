import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { compareNames, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { engagementKinds } from '../../rules/engagement.ts';
import { populationBandKeys } from '../../rules/population-band.ts';
import type { Browsed } from '../../store/browse.ts';
import { appliedFilters } from './applied-filters.ts';
import { CitySearch } from './city-search.tsx';
import { type Asked, incomeGroups } from './query.ts';

interface CityFiltersProps {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly browsed: Browsed;
}

/** One plain form: the search that follows typing, and all filters. */
export function CityFilters({ visit, asked, browsed }: CityFiltersProps) {
  const { language } = visit;
  const t = words(language);
  const share = (part: number) =>
    formatNumber(language, browsed.total > 0 ? part / browsed.total : 0, {
      style: 'percent',
      maximumFractionDigits: 0,
    });
  return (
    <FilterBar
      action={visit.href('/cities')}
      answers={asked.query}
      applied={appliedFilters(visit, asked, browsed)}
      clearHref={visit.href('/cities')}
      keep={{ sort: asked.query['sort'], country: asked.query['country'] }}
      result={t('result', {
        n: browsed.total,
        south: browsed.globalSouth,
        southShare: share(browsed.globalSouth),
        secondary: browsed.secondaryCities,
        secondaryShare: share(browsed.secondaryCities),
      })}
    >
      <CitySearch typed={asked.query['search'] ?? ''} />
      <SelectField
        name="region"
        label={t('region')}
        none={t('all')}
        choices={regionChoices(visit, browsed)}
        optional
      />
      <SelectField
        name="income"
        label={t('income')}
        none={t('all')}
        choices={incomeGroups.map((value) => ({ value, label: t(`income-group.${value}`) }))}
        optional
      />
      <SelectField
        name="band"
        label={t('band')}
        none={t('all')}
        choices={populationBandKeys.map((value) => ({ value, label: t(`band.${value}`) }))}
        optional
      />
      <SelectField
        name="engagement"
        label={t('engagement')}
        none={t('all')}
        choices={[
          { value: 'any', label: t('engaged-any') },
          ...engagementKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        optional
      />
      <CheckboxField name="south" question={t('global-south')} label={t('only')} optional />
      <CheckboxField name="secondary" question={t('secondary-city')} label={t('only')} optional />
    </FilterBar>
  );
}

/** Regions and subregions, as readers of the language look them up. */
function regionChoices({ language }: Visit, { regions }: Browsed) {
  return regions
    .map(({ m49, names }) => ({ value: m49, label: names[language] }))
    .toSorted((a, b) => compareNames(language, a.label, b.label));
}
