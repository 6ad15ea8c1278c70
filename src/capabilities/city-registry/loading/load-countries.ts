import { createHash } from 'node:crypto';
import type { CountryRow, PlaceDefinition, Vintage } from '../../../edition/schema/places.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { isLoaded, markLoaded } from '../store/loaded.ts';
import { reckonAgain } from '../store/reckoning.ts';
import { classificationsOf } from './country-columns.ts';
import { loadDefinitions, loadVintages, replaceClassifications } from './load-vintages.ts';
import regions from './regions.json' with { type: 'json' };

export interface CountryRecords {
  readonly countries: readonly CountryRow[];
  readonly vintages: readonly Vintage[];
  readonly placeDefinitions: readonly PlaceDefinition[];
}

/** Brings countries, lists and definitions of the edition; sources come before. Nothing is written when nothing changed. */
export async function loadCountries(tx: Tx, records: CountryRecords, day: CalendarDate): Promise<void> {
  const version = createHash('sha256').update(JSON.stringify(records)).digest('hex').slice(0, 16);
  if (await isLoaded(tx, 'countries', version)) return;
  await insertCountries(tx, records.countries);
  await insertRegions(tx);
  await loadVintages(tx, records.vintages);
  const said = classificationsOf(records.countries, records.vintages);
  await replaceClassifications(tx, said);
  await loadDefinitions(tx, records.placeDefinitions);
  await reckonAgain(tx, day);
  await markLoaded(tx, 'countries', version, records.countries.length);
}

async function insertCountries(tx: Tx, countries: readonly CountryRow[]): Promise<void> {
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

async function insertRegions(tx: Tx): Promise<void> {
  await tx
    .insertInto('city_registry.region')
    .values(
      regions.map(({ m49, level, listedAs, names }) => ({
        ...{ m49, level, listed_as: listedAs, names: JSON.stringify(names) },
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
