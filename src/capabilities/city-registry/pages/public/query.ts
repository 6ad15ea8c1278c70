import type { Visit } from '../../../../platform/http/route.ts';
import { type BrowseSort, type CityFilter, sorts } from '../../rules/city-filter.ts';
import { engagementKinds } from '../../rules/engagement.ts';
import { populationBandKeys } from '../../rules/population-band.ts';

export const incomeGroups = ['HIC', 'UMC', 'LMC', 'LIC', 'INX'] as const;

/** The words of the address, as they were typed; only those that are understood. */
export type CityQuery = Readonly<Record<string, string | undefined>>;

export interface Asked {
  readonly filter: CityFilter;
  readonly sort: BrowseSort | null;
  readonly page: number;
  readonly query: CityQuery;
}

/** Reads the filters of an address. What is not understood asks for nothing. */
export function readAsked(visit: Visit): Asked {
  const one = <T extends string>(name: string, options: readonly T[]) =>
    options.find((option) => option === visit.query(name)) ?? null;
  const matching = (name: string, form: RegExp) => {
    const text = visit.query(name);
    return text && form.test(text) ? text : null;
  };
  const filter: CityFilter = {
    search: visit.query('search')?.slice(0, 200) ?? null,
    region: matching('region', /^\d{3}$/),
    income: one('income', incomeGroups),
    country: matching('country', /^[A-Z]{2}$/),
    band: one('band', populationBandKeys),
    globalSouth: visit.query('south') === 'yes',
    secondaryCity: visit.query('secondary') === 'yes',
    engagement: one('engagement', ['any', ...engagementKinds]),
  };
  const sort = one('sort', sorts);
  const page = Number(matching('page', /^[1-9]\d{0,4}$/) ?? '1');
  return { filter, sort, page, query: queryOf(filter, sort) };
}

function queryOf(filter: CityFilter, sort: BrowseSort | null): CityQuery {
  const given = {
    search: filter.search,
    region: filter.region,
    income: filter.income,
    country: filter.country,
    band: filter.band,
    south: filter.globalSouth && 'yes',
    secondary: filter.secondaryCity && 'yes',
    engagement: filter.engagement,
    sort,
  };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value || undefined]));
}

/** An address with these words; those without a value are left out. */
export function addressOf(path: string, query: CityQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
