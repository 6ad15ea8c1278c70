import { sql } from 'kysely';
import { cityIdFromGeonames } from '../../../../kernel/id.ts';
import type { Reader } from '../../../../platform/database/atomically.ts';
import type { Flags } from '../reckoning.ts';
import type { CityRow, NameRow } from './city-rows.ts';

/** COPY does not work under forced row-level security; arrays by the column come close to its speed. */
export async function insertCities(
  tx: Reader,
  cities: readonly CityRow[],
  flagsOf: (city: CityRow) => Flags,
): Promise<void> {
  const flags = cities.map(flagsOf);
  await sql`insert into city_registry.city
      (id, geonames_id, name, folded, names, country, admin1, feature_code, population, latitude, longitude, global_south, secondary_city)
    select * from unnest(
      ${cities.map((city) => cityIdFromGeonames(city.geonamesId))}::uuid[], ${cities.map((city) => city.geonamesId)}::int[],
      ${cities.map((city) => city.name)}::text[], ${cities.map((city) => city.folded)}::text[],
      ${cities.map((city) => JSON.stringify(city.names))}::jsonb[], ${cities.map((city) => city.country)}::text[],
      ${cities.map((city) => city.admin1)}::text[], ${cities.map((city) => city.featureCode)}::text[],
      ${cities.map((city) => city.population)}::int[], ${cities.map((city) => city.latitude)}::float8[],
      ${cities.map((city) => city.longitude)}::float8[], ${flags.map((one) => one.globalSouth)}::bool[],
      ${flags.map((one) => one.secondary)}::bool[])
    on conflict (id) do update set name = excluded.name, folded = excluded.folded, names = excluded.names, country = excluded.country,
      admin1 = excluded.admin1, feature_code = excluded.feature_code, population = excluded.population, latitude = excluded.latitude,
      longitude = excluded.longitude, global_south = excluded.global_south, secondary_city = excluded.secondary_city`.execute(
    tx,
  );
}

export async function insertNames(tx: Reader, names: readonly NameRow[]): Promise<void> {
  await sql`insert into city_registry.city_name (city_id, name, folded, languages, kind, standing, country, population, typos)
    select id, name, folded, string_to_array(languages, ','), kind, standing, country, population, string_to_array(typos, ',')
    from unnest(
      ${names.map((row) => cityIdFromGeonames(row.geonamesId))}::uuid[], ${names.map((row) => row.name)}::text[],
      ${names.map((row) => row.folded)}::text[], ${names.map((row) => row.languages.join(','))}::text[],
      ${names.map((row) => row.kind)}::text[], ${names.map((row) => row.standing)}::int2[], ${names.map((row) => row.country)}::text[],
      ${names.map((row) => row.population)}::int[], ${names.map((row) => row.typos?.join(',') ?? null)}::text[])
    as given (id, name, folded, languages, kind, standing, country, population, typos)`.execute(tx);
}
