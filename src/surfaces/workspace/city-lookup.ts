import {
  type City,
  cityName,
  listCitiesByIds,
  searchCities,
} from '../../capabilities/city-registry/index.ts';
import type { CityLookup } from '../../capabilities/people/index.ts';
import type { CityOption } from '../../design/city-picker.tsx';
import type { Language } from '../../kernel/language.ts';
import { countryName } from '../../platform/languages/format.ts';

/** Lets the pages of people, on which cities stand, choose and name cities. */
export const cityLookup: CityLookup = {
  search: async (reader, words, language) => {
    const found = words === '' ? [] : await searchCities(reader, { words, limit: 10 });
    return found.map((city) => option(city, language));
  },
  list: async (reader, ids, language) =>
    (await listCitiesByIds(reader, [...ids])).map((city) => option(city, language)),
};

function option(city: City, language: Language): CityOption {
  const place = [city.admin1, countryName(language, city.country)].filter(Boolean).join(', ');
  const population = city.population > 0 ? city.population : undefined;
  return { id: city.id, name: cityName(language, city), place, population };
}
