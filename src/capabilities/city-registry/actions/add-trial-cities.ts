import type { Language } from '../../../kernel/language.ts';
import { cityIdFromGeonames } from '../../../kernel/id.ts';
import type { TrialCity } from '../../../kernel/trial-scene.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { cityRow, nameRows } from '../store/gazetteer/city-rows.ts';
import { insertCities, insertNames } from '../store/gazetteer/insert-cities.ts';

interface Place {
  readonly country: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly at: readonly [longitude: number, latitude: number];
}

/** Where invented places would lie: in the sea off, or the emptiest part of, countries of every kind the council serves. */
const places: readonly Place[] = [
  { country: 'SL', language: 'en', timeZone: 'Africa/Freetown', at: [-13.6, 8.1] },
  { country: 'SN', language: 'fr', timeZone: 'Africa/Dakar', at: [-17.9, 14.2] },
  { country: 'EC', language: 'es', timeZone: 'America/Guayaquil', at: [-81.6, -1.6] },
  { country: 'MZ', language: 'pt', timeZone: 'Africa/Maputo', at: [36.4, -20.6] },
  { country: 'JO', language: 'ar', timeZone: 'Asia/Amman', at: [37.8, 30.9] },
  { country: 'UG', language: 'en', timeZone: 'Africa/Kampala', at: [34.1, 3.3] },
  { country: 'CO', language: 'es', timeZone: 'America/Bogota', at: [-70.9, 3.1] },
  { country: 'BD', language: 'en', timeZone: 'Asia/Dhaka', at: [91.1, 21.3] },
  { country: 'TN', language: 'ar', timeZone: 'Africa/Tunis', at: [9.4, 31.6] },
  { country: 'CI', language: 'fr', timeZone: 'Africa/Abidjan', at: [-5.4, 4.4] },
  { country: 'BR', language: 'pt', timeZone: 'America/Manaus', at: [-62.2, -4.9] },
  { country: 'IT', language: 'en', timeZone: 'Europe/Rome', at: [12.1, 39.9] },
];

const called: Readonly<Record<Language, string>> = {
  en: 'Trial City',
  fr: 'Ville d’essai',
  es: 'Ciudad de prueba',
  pt: 'Cidade de teste',
  ar: 'مدينة تجريبية',
};

/** Above every number GeoNames has given. */
const firstNumber = 2_000_000_001;
const onePage = 500;

/** @returns the first invented places, as trial data speak of them; whether they are there is not asked */
export function trialCities(count: number): TrialCity[] {
  return Array.from({ length: count }, (_, index) => {
    const { country, language, timeZone } = places[index % places.length] as Place;
    return {
      id: cityIdFromGeonames(firstNumber + index),
      name: `${called.en} ${index + 1}`,
      country,
      language,
      timeZone,
    };
  });
}

/** Adds invented places for trial data, so that no act is invented for a real city. @param owner may write the gazetteer */
export async function addTrialCities(owner: Database, count: number): Promise<void> {
  const rows = trialCities(count).map((city, index) => {
    const { country, at } = places[index % places.length] as Place;
    const geonamesId = firstNumber + index;
    const alternates = Object.entries(called).map(([language, name]) => ({
      language,
      name: `${name} ${index + 1}`,
    }));
    const spellings = { alternates: new Map([[geonamesId, alternates]]), renamed: new Map() };
    const ring = Math.floor(index / places.length);
    const packaged = {
      cityId: geonamesId,
      name: city.name,
      country,
      adminCode: '',
      featureCode: 'PPL',
      population: 40_000 + ((index * 37_129) % 900_000),
      loc: { coordinates: [at[0] + ring * 0.05, at[1] + ring * 0.03] as const },
    };
    return { row: cityRow(packaged, spellings, new Map()), spellings };
  });
  for (let start = 0; start < rows.length; start += onePage) {
    const page = rows.slice(start, start + onePage);
    await insertCities(
      owner,
      page.map(({ row }) => row),
      ({ country }) => ({ globalSouth: country !== 'IT', secondary: true }),
    );
    await insertNames(
      owner,
      page.flatMap(({ row, spellings }) => nameRows(row, spellings)),
    );
  }
}
