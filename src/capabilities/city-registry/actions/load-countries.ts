import { createHash } from 'node:crypto';
import type { CountryRow, PlaceDefinition, Vintage } from '../../../edition/schema/places.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { isLoaded, markLoaded } from '../store/loaded.ts';
import { reckonAgain } from '../store/reckoning.ts';
import { classificationsOf } from '../rules/country-columns.ts';
import { loadDefinitionRows, loadVintageRows, replaceClassifications } from '../store/vintages.ts';
import { citeEdition } from '../../library/index.ts';
import { stableId } from '../../../kernel/id.ts';
import { insertCountries, insertRegions } from '../store/countries.ts';

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
  await loadVintageRows(tx, records.vintages);
  const said = classificationsOf(records.countries, records.vintages);
  await replaceClassifications(tx, said);
  await loadDefinitionRows(tx, records.placeDefinitions);
  await cite(tx, records);
  await reckonAgain(tx, day);
  await markLoaded(tx, 'countries', version, records.countries.length);
}

/** The lists and definitions have one page, where their sources are looked for. */
async function cite(tx: Tx, records: CountryRecords): Promise<void> {
  const path = '/cities/definitions';
  const vintages = records.vintages.map(({ id, vintage, scheme, sources }) => {
    const name = `${scheme} ${vintage}`;
    const label = { en: name, fr: name, es: name, pt: name, ar: name };
    return { id: stableId('vintage', id), sources, label, path };
  });
  await citeEdition(tx, 'city-registry', 'vintage', vintages);
  const definitions = records.placeDefinitions.map(({ id, title, sources }) => {
    return { id: stableId('place-definition', id), sources, label: title, path };
  });
  await citeEdition(tx, 'city-registry', 'place-definition', definitions);
}
