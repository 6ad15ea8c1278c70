import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { mainLanguage } from '../../city-registry/index.ts';
import type { CountryFacts } from '../rules/place.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { countryLists, listRegions } from '../store/countries.ts';

export interface Countries {
  readonly all: readonly CountryFacts[];
  of(country: string): CountryFacts;
  readonly incomeList: string | null;
  readonly regionList: string | null;
  /** Names of regions by M49 code. */
  readonly regions: ReadonlyMap<string, LocalText>;
}

/** Countries as the rules see them, by the lists of a day, with the names of those lists. */
export async function countriesOn(reader: Reader, day: CalendarDate): Promise<Countries> {
  const { countries, incomeList, regionList } = await countryLists(reader, day);
  const all = countries.map((one) => ({ ...one, languages: [mainLanguage(one.country)] }));
  const byCode = new Map(all.map((one) => [one.country, one]));
  return {
    all,
    incomeList,
    regionList,
    regions: new Map((await listRegions(reader)).map(({ m49, names }) => [m49, names])),
    of: (country) =>
      byCode.get(country) ?? { country, regions: [], income: null, languages: [mainLanguage(country)] },
  };
}
