import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Browsed } from '../../store/browse.ts';
import { type Asked, addressOf } from './query.ts';

/** Each filter in words, with the address that takes it away. */
export function appliedFilters(visit: Visit, { filter, query }: Asked, { regions }: Browsed) {
  const { language } = visit;
  const t = words(language);
  const region = regions.find(({ m49 }) => m49 === filter.region);
  const engagement = filter.engagement === 'any' ? 'engaged-any' : (`kind.${filter.engagement}` as const);
  const said: readonly (readonly [name: string, label: string, value: string | null | undefined])[] = [
    ['search', t('name-of-city'), filter.search],
    ['region', t('region'), region?.names[language]],
    ['income', t('income'), filter.income && t(`income-group.${filter.income}` as 'income-group.HIC')],
    ['country', t('country'), filter.country && countryName(language, filter.country)],
    ['band', t('band'), filter.band && t(`band.${filter.band}`)],
    ['south', t('global-south'), filter.globalSouth ? t('only') : null],
    ['secondary', t('secondary-city'), filter.secondaryCity ? t('only') : null],
    ['engagement', t('engagement'), filter.engagement && t(engagement as 'engaged-any')],
  ];
  return said.flatMap(([name, label, value]) =>
    value
      ? [{ label, value, removeHref: visit.href(addressOf('/cities', { ...query, [name]: undefined })) }]
      : [],
  );
}
