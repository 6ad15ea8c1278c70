import type { Language } from '../../../../kernel/language.ts';
import { compareNames } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import type { Grant } from '../../rules/grant.ts';

export interface GrantFilter {
  readonly window?: string | undefined;
  readonly country?: string | undefined;
  readonly state?: string | undefined;
  /** `global-south` or `secondary`. */
  readonly cities?: string | undefined;
}

export const grantSorts = ['city', '-city', 'announced', '-announced', 'amount', '-amount'] as const;
export type GrantSort = (typeof grantSorts)[number];

/** The grants that match every filter; a filter nobody knows matches nothing. */
export function chooseGrants(grants: readonly Grant[], filter: GrantFilter): Grant[] {
  return grants.filter(
    ({ window, city, state }) =>
      (!filter.window || window?.slug === filter.window) &&
      (!filter.country || city.country === filter.country) &&
      (!filter.state || state === filter.state) &&
      (!filter.cities ||
        (filter.cities === 'global-south' && city.globalSouth) ||
        (filter.cities === 'secondary' && city.secondaryCity)),
  );
}

/** Unknown amounts stand last either way: they are neither small nor large. */
export function sortGrants(grants: readonly Grant[], by: GrantSort, language: Language): Grant[] {
  const down = by.startsWith('-') ? -1 : 1;
  const key = by.replace('-', '');
  const byName = (a: Grant, b: Grant) =>
    compareNames(language, cityName(language, a.city), cityName(language, b.city));
  return grants.toSorted((a, b) => {
    if (key === 'city') return down * byName(a, b);
    if (key === 'announced') return down * compare(a.announced.date, b.announced.date) || byName(a, b);
    if (!a.amount || !b.amount) return Number(!a.amount) - Number(!b.amount) || byName(a, b);
    return down * compare(a.amount.amountMinor, b.amount.amountMinor) || byName(a, b);
  });
}

function compare<T extends string | bigint>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
