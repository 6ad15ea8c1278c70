import type { CityOption } from '../../../design/city-picker.tsx';
import type { Language } from '../../../kernel/language.ts';
import { countryName } from '../../../platform/languages/format.ts';
import { type City, cityName } from '../../city-registry/index.ts';

/** A city as the picker shows it. */
export function cityOption(language: Language, city: City): CityOption {
  return {
    id: city.id,
    name: cityName(language, city),
    localName: city.name,
    place: [city.admin1, countryName(language, city.country)].filter(Boolean).join(', '),
    population: city.population > 0 ? city.population : undefined,
  };
}
