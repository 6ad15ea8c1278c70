import { sql } from 'kysely';
import type { CountryRow } from '../../../edition/schema/places.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Country } from '../rules/country-line.ts';
import type { CountryPlace } from '../rules/place-definition.ts';
import regions from './regions.json' with { type: 'json' };

export async function listCountries(reader: Reader, day: CalendarDate): Promise<Country[]> {
  const { rows } = await sql<Country>`select c.iso2, c.iso3, c.m49,
      coalesce(jsonb_object_agg(v.scheme || '/' || s.facet, s.value) filter (where s.value is not null), '{}') as said
    from city_registry.country c
    left join city_registry.classification s on s.country = c.iso2
      and s.vintage_id in (select distinct on (scheme) id from city_registry.vintage
        where valid_from is null or valid_from <= ${day} order by scheme, valid_from desc nulls last)
    left join city_registry.vintage v on v.id = s.vintage_id
    group by c.iso2 order by c.iso2`.execute(reader);
  return rows;
}

/** Where the UN's list of the day puts each country. */
export async function listCountryPlaces(reader: Reader, day: CalendarDate): Promise<CountryPlace[]> {
  return (await listCountries(reader, day)).map(({ iso2, said }) => ({
    iso2,
    region: said['un-m49/region'] ?? null,
    subregion: said['un-m49/subregion'] ?? null,
  }));
}

export async function insertCountries(
  tx: Tx,
  countries: readonly Pick<CountryRow, 'iso2' | 'iso3' | 'm49'>[],
): Promise<void> {
  await tx
    .insertInto('city_registry.country')
    .values(countries.map(({ iso2, iso3, m49 }) => ({ iso2, iso3, m49 })))
    .onConflict((conflict) =>
      conflict
        .column('iso2')
        .doUpdateSet((is) => ({ iso3: is.ref('excluded.iso3'), m49: is.ref('excluded.m49') })),
    )
    .execute();
}

export async function insertRegions(tx: Tx): Promise<void> {
  await tx
    .insertInto('city_registry.region')
    .values(
      regions.map(({ m49, level, listedAs, names }) => ({
        m49,
        level,
        listed_as: listedAs,
        names: JSON.stringify(names),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('m49').doUpdateSet((is) => ({
        level: is.ref('excluded.level'),
        listed_as: is.ref('excluded.listed_as'),
        names: is.ref('excluded.names'),
      })),
    )
    .execute();
}

/** Those of the codes that name no country. */
export async function unknownCountries(reader: Reader, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from unnest(${codes}::text[]) code
    where not exists (select 1 from city_registry.country c where c.iso2 = code) order by code`.execute(
    reader,
  );
  return rows.map(({ code }) => code);
}

export async function isCountry(reader: Reader, code: string): Promise<boolean> {
  return (await unknownCountries(reader, [code])).length === 0;
}
