import { cityIdFromGeonames } from '../../kernel/id.ts';
import type { Reader } from '../../platform/database/atomically.ts';
import type { City } from './rules/city.ts';
import { insertCities, insertNames } from './store/gazetteer/insert-cities.ts';
import { cityRow, nameRows } from './store/gazetteer/city-rows.ts';

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
  const alternates = Object.entries(wish.alternates ?? {}).map(([language, name]) => ({ language, name }));
  const spellings = { alternates: new Map([[geonamesId, alternates]]), renamed: new Map() };
  const city = cityRow(
    {
      cityId: geonamesId,
      name: wish.name ?? 'Kenema',
      country,
      adminCode: '',
      featureCode: wish.isCapital ? 'PPLC' : 'PPL',
      population: wish.population ?? 200_354,
      loc: { coordinates: [wish.longitude ?? -11.1902, wish.latitude ?? 7.8767] },
    },
    spellings,
    new Map(wish.admin1 ? [[`${country}.`, wish.admin1]] : []),
  );
  await insertCities(writer, [city], () => ({
    globalSouth: wish.globalSouth ?? true,
    secondary: wish.secondaryCity ?? false,
  }));
  await insertNames(writer, nameRows(city, spellings));
  return { id: cityIdFromGeonames(geonamesId), geonamesId, name: city.name, country };
}
