import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface CountryStanding {
  readonly country: string;
  readonly regions: readonly string[];
  readonly income: string | null;
}

export interface CountryLists {
  readonly countries: readonly CountryStanding[];
  /** What the lists that were counted by are called; absent where there was none that day. */
  readonly incomeList: string | null;
  readonly regionList: string | null;
}

/** Every country with its regions and income group, by the lists that held on a day: one trip. */
export async function countryLists(reader: Reader, day: CalendarDate): Promise<CountryLists> {
  const { rows } = await sql<CountryLists>`
    with list as (select distinct on (scheme) id, scheme, name from city_registry.vintage
      where scheme in ('world-bank-income', 'un-m49') and (valid_from is null or valid_from <= ${day})
      order by scheme, valid_from desc nulls last)
    select (select name from list where scheme = 'world-bank-income') as "incomeList",
      (select name from list where scheme = 'un-m49') as "regionList",
      (select coalesce(jsonb_agg(jsonb_build_object('country', c.iso2, 'regions', coalesce(r.codes, '[]'), 'income', i.value) order by c.iso2), '[]')
        from city_registry.country c
        left join (select k.country, jsonb_agg(g.m49) as codes from city_registry.classification k
          join list on list.id = k.vintage_id and list.scheme = 'un-m49'
          join city_registry.region g on g.level = k.facet and g.listed_as = k.value group by k.country) r on r.country = c.iso2
        left join city_registry.classification i on i.country = c.iso2 and i.facet = 'income-group'
          and i.vintage_id = (select id from list where scheme = 'world-bank-income')) as countries`.execute(
    reader,
  );
  return rows[0] ?? { countries: [], incomeList: null, regionList: null };
}

export interface RegionChoice {
  readonly m49: string;
  readonly level: string;
  readonly names: LocalText;
}

export async function listRegions(reader: Reader): Promise<RegionChoice[]> {
  const rows = await reader.selectFrom('city_registry.region').select(['m49', 'level', 'names']).execute();
  return rows as unknown as RegionChoice[];
}
