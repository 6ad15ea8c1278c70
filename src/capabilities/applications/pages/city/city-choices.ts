import type { CityOption } from '../../../../design/city-picker.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import type { Answers, CityChoice, Posted, Section } from '../../../application-forms/index.ts';
import { type City, cityName, listCitiesByIds, searchCities } from '../../../city-registry/index.ts';

/** For each city question: the city chosen, and what a search without a script found. */
export async function cityChoices(
  visit: Visit,
  section: Section,
  answers: Answers,
): Promise<Record<string, CityChoice>> {
  const keys = section.questions.filter(({ kind }) => kind === 'city').map(({ key }) => key);
  const named = keys.flatMap((key) => {
    const answer = answers[key];
    return answer?.kind === 'city' ? [answer.cityId] : [];
  });
  const known = named.length > 0 ? await listCitiesByIds(visit.world.publicDb, named) : [];
  const wanted = visit.query('city');
  const search = visit.query('search') ?? '';
  const found =
    wanted && search ? await searchCities(visit.world.publicDb, { words: search, limit: 10 }) : [];
  return Object.fromEntries(
    keys.map((key) => {
      const answer = answers[key];
      const chosen = answer?.kind === 'city' ? known.find(({ id }) => id === answer.cityId) : undefined;
      const option = chosen && optionOf(chosen, visit.language);
      const listed = wanted === key ? found.map((city) => optionOf(city, visit.language)) : undefined;
      return [key, { ...(option ? { chosen: option } : {}), ...(listed ? { found: listed } : {}) }];
    }),
  );
}

/** Which question's search was pressed: the words typed beside it. */
export function findTheCity(section: Section, said: Posted): string {
  const asked = section.questions.find(({ key, kind }) => kind === 'city' && said[`${key}Search`]?.trim());
  const search = asked ? (said[`${asked.key}Search`] ?? '') : '';
  return new URLSearchParams({ city: asked?.key ?? '', search }).toString();
}

export function optionOf(city: City, language: Language): CityOption {
  const place = [city.admin1, countryName(language, city.country)].filter(Boolean).join(', ');
  return { id: city.id, name: cityName(language, city), place };
}
