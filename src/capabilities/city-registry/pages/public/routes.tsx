import { get, type Route } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import type { CitySection } from './city-section.ts';
import { showCity } from './city.tsx';
import { showDefinitions } from './definitions.tsx';
import { citiesAsCsv, citiesAsJson, showCities } from './list.tsx';

/** @param sections what other capabilities tell of a city, on its page */
export const cityRoutes = (sections: readonly CitySection[]): readonly Route[] => [
  get('/cities', anyone, showCities),
  get('/cities.csv', anyone, citiesAsCsv),
  get('/cities.json', anyone, citiesAsJson),
  get('/cities/definitions', anyone, showDefinitions),
  get('/cities/:id', anyone, showCity(sections)),
];
