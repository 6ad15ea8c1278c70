import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { largestByCountry } from '../rules/place-definition.ts';
import { reckoner, tally } from '../store/reckoning.ts';
import { isLoaded, markLoaded } from '../store/loaded.ts';
import { alternateNamesHash, readSpellings, type Spellings } from './alternate-names.ts';
import { type CityRow, cityRow, type NameRow, nameRows } from './city-rows.ts';
import { type GazetteerCity, gazetteerHash, readGazetteer } from './gazetteer-package.ts';
import { insertCities, insertNames } from './insert-cities.ts';
import { withoutIndexes } from './without-indexes.ts';

/** Told again and again while loading. */
export type Progress = (done: number, total: number) => void;

/** To be raised when names are folded or cities kept in another way, so that every installation loads again. */
const layout = 1;
const batch = 5000;
/** What making all indexes again weighs, in rows. */
const indexWeight = 150_000;

/**
 * Loads every city of the gazetteer with its names; nothing when this edition is loaded. Countries and definitions come first.
 * @param owner the database as its owner: indexes are taken away and made again
 * @param folder with the alternate names and the renamed cities
 * @returns how many cities were loaded
 */
export async function loadGazetteer(owner: Database, folder: string, progress: Progress): Promise<number> {
  const version = `${layout}-${gazetteerHash()}-${alternateNamesHash(folder)}`;
  if (await isLoaded(owner, 'gazetteer', version)) return 0;
  const spellings = readSpellings(folder);
  const cities = readGazetteer();
  await owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(20181212)`.execute(tx);
    if (await isLoaded(tx, 'gazetteer', version)) return;
    await replaceCities(tx, cities, spellings, progress);
    await tally(tx);
    await markLoaded(tx, 'gazetteer', version, cities.length);
  });
  await sql`vacuum (analyze) city_registry.city, city_registry.city_name, city_registry.city_tally`.execute(
    owner,
  );
  return cities.length;
}

async function replaceCities(
  tx: Reader,
  cities: readonly GazetteerCity[],
  spellings: Spellings,
  progress: Progress,
): Promise<void> {
  const flagsOf = await reckoner(
    tx,
    dayInUtc(new Date()),
    largestByCountry(cities.map((city) => ({ ...city, isCapital: city.featureCode === 'PPLC' }))),
  );
  const total = cities.length + indexWeight;
  const indexed = 15;
  let done = 0;
  const tables = ['city_registry.city', 'city_registry.city_name'];
  const insertAll = async () => {
    await sql`delete from city_registry.city_name`.execute(tx);
    let written: Promise<void> = Promise.resolve();
    for (let from = 0; from < cities.length; from += batch) {
      const rows = cities.slice(from, from + batch).map((city) => cityRow(city, spellings));
      const names = rows.flatMap((row) => nameRows(row, spellings));
      // The next batch is made ready while the database writes this one.
      await written;
      progress((done = from), total);
      written = write(tx, rows, names, flagsOf);
    }
    await written;
    progress((done = cities.length), total);
  };
  await withoutIndexes(tx, tables, insertAll, () =>
    progress((done = Math.min(total, done + indexWeight / indexed)), total),
  );
  progress(total, total);
}

async function write(
  tx: Reader,
  rows: readonly CityRow[],
  names: readonly NameRow[],
  flagsOf: Parameters<typeof insertCities>[2],
): Promise<void> {
  await insertCities(tx, rows, flagsOf);
  await insertNames(tx, names);
}
