import { notFound } from '../../../kernel/refusal.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import { factsOfCities, factIn, needsAndCapacities } from '../../city-record/index.ts';
import { type City, findCity, mainLanguage } from '../../city-registry/index.ts';
import type { CityFacts } from '../rules/fit.ts';
import { hasEngaged } from '../store/city-standing.ts';

export interface KnownCity {
  readonly city: City;
  readonly facts: CityFacts;
  /** The city itself said which languages it works in. */
  readonly saidLanguages: boolean;
}

/** What the record and the registry tell of a city, as its activities are looked for. */
export async function factsOfCity(reader: Reader, cityId: string, today: CalendarDate): Promise<KnownCity> {
  const city = await findCity(reader, cityId);
  if (!city) throw notFound();
  const [topics] = await needsAndCapacities(reader, [cityId]);
  const said = (await factsOfCities(reader, [cityId], ['working-languages', 'time-zone'])).filter(
    ({ audience }) => audience !== 'city',
  );
  const languages = factIn(said, 'working-languages')?.value.languages;
  const holds = ({ until }: { readonly until: CalendarDate | null }) => until === null || until >= today;
  return {
    city,
    saidLanguages: languages !== undefined,
    facts: {
      cityId,
      country: city.country,
      band: city.populationBand,
      globalSouth: city.globalSouth,
      secondary: city.secondaryCity,
      needs: (topics?.needs ?? []).filter(holds).map(({ topic }) => topic),
      capacities: (topics?.capacities ?? []).filter(holds).map(({ topic }) => topic),
      languages: languages ?? [mainLanguage(city.country)],
      timeZone: factIn(said, 'time-zone')?.value.zone ?? null,
      longitude: city.longitude,
      engaged: await hasEngaged(reader, cityId),
    },
  };
}
