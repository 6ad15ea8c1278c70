import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import {
  type CityPlace,
  isInRegions,
  isOfSize,
  largestByCountry,
  type PlaceRule,
} from '../rules/place-definition.ts';
import { vintagesOn } from './classifications.ts';
import { listCountryPlaces } from './countries.ts';

export interface Flags {
  readonly globalSouth: boolean;
  readonly secondary: boolean;
}

interface DefinitionInForce {
  readonly id: string;
  readonly key: 'global-south' | 'secondary-city';
  readonly rule: PlaceRule;
}

/** Of each word, the version adopted last. */
async function definitionsInForce(tx: Reader, day: CalendarDate): Promise<DefinitionInForce[]> {
  const { rows } =
    await sql<DefinitionInForce>`select distinct on (key) id, key, rule from city_registry.place_definition
    where adopted <= ${day} order by key, revision desc`.execute(tx);
  return rows;
}

/**
 * Says of a city whether it counts under the definitions and lists of the day, and notes which those were.
 * @param largest the population of each country's largest city
 */
export async function reckoner(
  tx: Reader,
  day: CalendarDate,
  largest: ReadonlyMap<string, number>,
): Promise<(city: CityPlace) => Flags> {
  const definitions = await definitionsInForce(tx, day);
  const rules = new Map(definitions.map(({ key, rule }) => [key, rule]));
  const [south, size] = [rules.get('global-south'), rules.get('secondary-city')];
  const places = await listCountryPlaces(tx, day);
  const southern = new Set(
    places
      .filter((place) => south?.measure === 'm49-regions' && isInRegions(south, place))
      .map(({ iso2 }) => iso2),
  );
  await markReckoned(tx, definitions, day);
  return (city) => ({
    globalSouth: southern.has(city.country),
    secondary: size?.measure === 'population' && isOfSize(size, city, largest.get(city.country) ?? 0),
  });
}

/** Reckons the flags of all cities again, after a definition or a list changed. */
export async function reckonAgain(tx: Reader, day: CalendarDate): Promise<void> {
  const cities = await tx
    .selectFrom('city_registry.city')
    .select(['id', 'country', 'population', 'is_capital as isCapital'])
    .execute();
  const flagsOf = await reckoner(tx, day, largestByCountry(cities));
  const flags = cities.map(flagsOf);
  await sql`update city_registry.city c set global_south = n.south, secondary_city = n.secondary
    from unnest(${cities.map(({ id }) => id)}::uuid[], ${flags.map((one) => one.globalSouth)}::bool[],
      ${flags.map((one) => one.secondary)}::bool[]) as n (id, south, secondary)
    where c.id = n.id and (c.global_south, c.secondary_city) is distinct from (n.south, n.secondary)`.execute(
    tx,
  );
  await tally(tx);
}

/** Counts the cities of each sort, so that a page's counts need no scan of them all. */
export async function tally(tx: Reader): Promise<void> {
  await sql`delete from city_registry.city_tally`.execute(tx);
  await sql`insert into city_registry.city_tally (country, population_band, global_south, secondary_city, cities)
    select country, population_band, global_south, secondary_city, count(*)::int from city_registry.city
    group by country, population_band, global_south, secondary_city`.execute(tx);
}

async function markReckoned(
  tx: Reader,
  definitions: readonly DefinitionInForce[],
  day: CalendarDate,
): Promise<void> {
  const m49 = (await vintagesOn(tx, day)).find(({ scheme }) => scheme === 'un-m49');
  for (const { id, key, rule } of definitions) {
    const row = {
      key,
      definition_id: id,
      vintage_id: rule.measure === 'm49-regions' ? (m49?.id ?? null) : null,
      reckoned_at: sql<Date>`clock_timestamp()`,
    };
    await tx
      .insertInto('city_registry.reckoning')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
  }
}
