import { sql } from 'kysely';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { Reader } from '../../../../platform/database/atomically.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { largestByCountry } from '../../rules/place-definition.ts';
import { isLoaded, markLoaded } from '../loaded.ts';
import { type Flags, reckoner, tally } from '../reckoning.ts';
import { type CityRow, cityRow, nameRows } from './city-rows.ts';
import { folderHash, readRegions, readSpellings } from './gazetteer-folder.ts';
import { packageHash, type PackagedCity, readPackage } from './gazetteer-package.ts';
import { insertCities, insertNames } from './insert-cities.ts';
import { withoutIndexes } from './without-indexes.ts';

/** Told again and again while loading. */
export type Progress = (done: number, total: number) => void;

/** To be raised when names are folded or cities kept in another way, so that every installation loads again. */
const layout = 1;
const batch = 5000;
/** What making an index again weighs, in cities. */
const indexWeight = 6000;
const indexCount = 9;

/**
 * Loads every city of the gazetteer with its names; nothing when this edition is loaded. Countries and definitions come first.
 * @param owner the database as its owner: indexes are taken away and made again
 * @param folder with the alternate names and the renamed cities
 * @returns how many cities were loaded
 */
export async function loadGazetteer(owner: Database, folder: string, progress: Progress): Promise<number> {
  const version = `${layout}-${packageHash()}-${folderHash(folder)}`;
  if (await isLoaded(owner, 'gazetteer', version)) return 0;
  const count = await owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(20181212)`.execute(tx);
    if (await isLoaded(tx, 'gazetteer', version)) return 0;
    const cities = readPackage();
    await replaceCities(tx, cities, folder, progress);
    await tally(tx);
    await markLoaded(tx, 'gazetteer', version, cities.length);
    return cities.length;
  });
  const tables = sql`city_registry.city, city_registry.city_name, city_registry.city_tally`;
  await sql`vacuum (analyze) ${tables}`.execute(owner);
  return count;
}

async function replaceCities(
  tx: Reader,
  cities: readonly PackagedCity[],
  folder: string,
  progress: Progress,
): Promise<void> {
  const spellings = readSpellings(folder);
  const regions = readRegions(folder);
  const flagsOf = await reckoner(tx, dayInUtc(new Date()), largestByCountry(cities));
  const total = cities.length + indexCount * indexWeight;
  let done = 0;
  const step = (more: number) => {
    done = Math.min(total, done + more);
    progress(done, total);
  };
  const insertAll = async () => {
    await sql`delete from city_registry.city_name`.execute(tx);
    let written: Promise<void> = Promise.resolve();
    for (let from = 0; from < cities.length; from += batch) {
      const rows = cities.slice(from, from + batch).map((city) => cityRow(city, spellings, regions));
      const names = rows.flatMap((row) => nameRows(row, spellings));
      // The database writes one batch while the next is made ready.
      await written;
      step(from === 0 ? 0 : batch);
      written = write(tx, rows, names, flagsOf);
    }
    await written;
  };
  const tables = ['city_registry.city', 'city_registry.city_name'];
  await withoutIndexes(tx, tables, insertAll, () => step(indexWeight));
  progress(total, total);
}

async function write(
  tx: Reader,
  rows: readonly CityRow[],
  names: ReturnType<typeof nameRows>,
  flagsOf: (city: CityRow) => Flags,
): Promise<void> {
  await insertCities(tx, rows, flagsOf);
  await insertNames(tx, names);
}
