import type { City } from '../rules/city.ts';

/** A city as the lists of the API give it. */
export type CityItem = Pick<
  City,
  'id' | 'geonamesId' | 'name' | 'country' | 'population' | 'latitude' | 'longitude'
>;

/** The columns of an item, of the table `city c`. */
export const itemColumns =
  'c.id, c.geonames_id as "geonamesId", c.name, c.country, c.population, c.latitude, c.longitude';

/** The same as one JSON object, for the database to write. */
export const itemJson =
  "json_build_object('id', c.id, 'geonamesId', c.geonames_id, 'name', c.name, 'country', c.country, 'population', c.population, 'latitude', c.latitude, 'longitude', c.longitude)";
