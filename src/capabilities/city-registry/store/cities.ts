import type { Selectable } from 'kysely';
import { cityIdFromGeonames, isUuid } from '../../../kernel/id.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { CityRegistryCity } from '../../../platform/database/schema.generated.ts';
import type { City, CityId } from '../rules/city.ts';
import { populationBandKeys } from '../rules/population-band.ts';

/** A city by its id, or by its GeoNames number. */
export async function findCity(reader: Reader, id: CityId | number): Promise<City | undefined> {
  const cityId = typeof id === 'number' ? cityIdFromGeonames(id) : id;
  if (!isUuid(cityId)) return undefined;
  const row = await reader
    .selectFrom('city_registry.city')
    .selectAll()
    .where('id', '=', cityId)
    .executeTakeFirst();
  return row && cityOf(row);
}

/** Cities in no order; unknown ids are left out. */
export async function listCitiesByIds(reader: Reader, ids: readonly CityId[]): Promise<City[]> {
  const known = [...new Set(ids)].filter(isUuid);
  if (known.length === 0) return [];
  const rows = await reader.selectFrom('city_registry.city').selectAll().where('id', 'in', known).execute();
  return rows.map(cityOf);
}

/** A row of the table, straight or through JSON. */
export type StoredCity = Pick<
  Selectable<CityRegistryCity>,
  | 'id'
  | 'geonames_id'
  | 'name'
  | 'names'
  | 'country'
  | 'admin1'
  | 'is_capital'
  | 'population'
  | 'population_band'
  | 'latitude'
  | 'longitude'
  | 'global_south'
  | 'secondary_city'
>;

export function cityOf(row: StoredCity): City {
  return {
    id: row.id,
    geonamesId: row.geonames_id,
    name: row.name,
    names: row.names as City['names'],
    country: row.country,
    admin1: row.admin1,
    isCapital: row.is_capital,
    population: row.population,
    populationBand: populationBandKeys[row.population_band] ?? 'unknown',
    latitude: row.latitude,
    longitude: row.longitude,
    globalSouth: row.global_south,
    secondaryCity: row.secondary_city,
  };
}
