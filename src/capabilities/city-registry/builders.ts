import { cityIdFromGeonames } from '../../kernel/id.ts';
import type { Reader } from '../../platform/database/atomically.ts';
import type { City } from './rules/city.ts';
import { insertCities, insertNames } from './loading/insert-cities.ts';
import { cityRow, nameRows } from './loading/city-rows.ts';

let born = 50_000_000;

interface CityWish
  extends Partial<Omit<City, 'id' | 'names' | 'populationBand' | 'isCapital' | 'secondaryCity'>> {
  readonly isCapital?: boolean;
  readonly secondaryCity?: boolean;
  /** Other spellings by language: `{ ar: 'القاهرة' }`. */
  readonly alternates?: Readonly<Record<string, string>>;
}

/**
 * A city for tests, so that they need no gazetteer; Kenema in Sierra Leone unless told. Its country comes along.
 * @param writer a transaction or pool of the worker or the owner
 */
export async function aCity(
  writer: Reader,
  wish: CityWish = {},
): Promise<Pick<City, 'id' | 'geonamesId' | 'name' | 'country'>> {
  const country = wish.country ?? 'SL';
  await writer
    .insertInto('city_registry.country')
    .values({ iso2: country, iso3: `Q${country}`, m49: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const geonamesId = wish.geonamesId ?? born++;
  const spellings = {
    alternates: new Map([
      [
        geonamesId,
        Object.entries(wish.alternates ?? {}).map(([language, name]) => ({ name, languages: [language] })),
      ],
    ]),
    renamed: new Map(),
  };
  const city = cityRow(
    {
      geonamesId,
      name: wish.name ?? 'Kenema',
      country,
      admin1: wish.admin1 ?? null,
      featureCode: wish.isCapital ? 'PPLC' : 'PPL',
      population: wish.population ?? 200_354,
      latitude: wish.latitude ?? 7.8767,
      longitude: wish.longitude ?? -11.1902,
    },
    spellings,
  );
  await insertCities(writer, [city], () => ({
    globalSouth: wish.globalSouth ?? true,
    secondary: wish.secondaryCity ?? false,
  }));
  await insertNames(writer, nameRows(city, spellings));
  return { id: cityIdFromGeonames(geonamesId), geonamesId, name: city.name, country };
}
