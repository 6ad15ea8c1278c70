import { get, type Route } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { showCity } from './city.tsx';
import { showDefinitions } from './definitions.tsx';
import { citiesAsCsv, citiesAsJson, showCities } from './list.tsx';

export const routes: readonly Route[] = [
  get('/cities', anyone, showCities),
  get('/cities.csv', anyone, citiesAsCsv),
  get('/cities.json', anyone, citiesAsJson),
  get('/cities/definitions', anyone, showDefinitions),
  get('/cities/:id', anyone, showCity),
];
