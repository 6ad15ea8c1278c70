import type { City } from '../rules/city.ts';

/** A city as the lists of the API give it. */
export type CityItem = Pick<
  City,
  'id' | 'geonamesId' | 'name' | 'country' | 'population' | 'latitude' | 'longitude'
>;

/** The columns of an item, of the table `city c`. */
export const itemColumns =
  'c.id, c.geonames_id as "geonamesId", c.name, c.country, c.population, c.latitude, c.longitude';
