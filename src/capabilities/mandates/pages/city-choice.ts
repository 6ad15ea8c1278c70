import type { CityOption } from '../../../design/city-picker.tsx';
import { isUuid } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { countryName } from '../../../platform/languages/format.ts';
import { type City, cityName, findCity, searchCities } from '../../city-registry/index.ts';

function optionOf(language: Language, city: City): CityOption {
  return {
    id: city.id,
    name: cityName(language, city),
    localName: city.name,
    place: [city.admin1, countryName(language, city.country)].filter(Boolean).join(', '),
    population: city.population > 0 ? city.population : undefined,
  };
}

/** What a city picker shows: the city chosen before, and what a search has found. */
export async function cityChoice(
  reader: Reader,
  language: Language,
  said: { readonly cityId: string; readonly search?: string | undefined },
): Promise<{ chosen: CityOption | undefined; found: CityOption[] | undefined }> {
  const city = isUuid(said.cityId) ? await findCity(reader, said.cityId) : undefined;
  const found =
    said.search === undefined ? undefined : await searchCities(reader, { words: said.search, limit: 8 });
  return {
    chosen: city && optionOf(language, city),
    found: found?.map((one) => optionOf(language, one)),
  };
}
