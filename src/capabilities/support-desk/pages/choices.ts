import type { CityOption } from '../../../design/city-picker.tsx';
import type { Choice } from '../../../design/form/select-field.tsx';
import { isUuid } from '../../../kernel/id.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { countryName, languageName } from '../../../platform/languages/format.ts';
import { type City, cityName, findCity } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { topics, urgencies } from '../rules/case.ts';
import { searchCities } from '../store/city-choice.ts';

export function topicChoices(language: Language): Choice[] {
  return topics.map((value) => ({ value, label: words(language)(`topic.${value}`) }));
}

export function urgencyChoices(language: Language): Choice[] {
  const t = words(language);
  return urgencies.map((value) => ({
    value,
    label: t(`urgency.${value}`),
    hint: t(`urgency-hint.${value}`),
  }));
}

export function languageChoices(language: Language): Choice[] {
  return languages.map((value) => ({ value, label: languageName(language, value) }));
}

export function cityOption(language: Language, city: City): CityOption {
  return {
    id: city.id,
    name: cityName(language, city),
    localName: city.name,
    place: [city.admin1, countryName(language, city.country)].filter(Boolean).join(', '),
    population: city.population,
  };
}

/** What a city picker shows: the city chosen before, and what a search has found. */
export async function cityChoice(
  reader: Reader,
  language: Language,
  said: { readonly cityId: string; readonly search?: string | undefined },
): Promise<{ chosen: CityOption | undefined; found: CityOption[] | undefined }> {
  const city = isUuid(said.cityId) ? await findCity(reader, said.cityId) : undefined;
  const found = said.search === undefined ? undefined : await searchCities(reader, said.search, 8);
  return {
    chosen: city && cityOption(language, city),
    found: found?.map((one) => cityOption(language, one)),
  };
}
