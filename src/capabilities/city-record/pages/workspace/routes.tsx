import { get, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { writersForCities } from '../../permissions.ts';
import { routesUnder } from '../shared-routes.ts';
import { overviewAsCsv, showOverview } from './overview.tsx';

export const routes: readonly Route[] = [
  get('/workspace/city-records', secretariat, showOverview),
  get('/workspace/city-records.csv', secretariat, overviewAsCsv),
  ...routesUnder('/workspace', secretariat, holders(...writersForCities)),
];
