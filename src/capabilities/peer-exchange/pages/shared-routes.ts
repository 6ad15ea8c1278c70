import { get, post, type Route } from '../../../platform/http/route.ts';
import type { Guard } from '../../../platform/permissions/guard.ts';
import { sendEntry, showCity, showNewEntry } from './city.tsx';
import { sendActionDone, showExchange } from './exchange.tsx';
import {
  sendCancellation,
  sendMove,
  sendRecord,
  sendSession,
  showNewSession,
  showSession,
} from './session.tsx';
import { sendStanding, showStanding } from './standing.tsx';
import { searchCityToVeto, sendLifting, sendVeto, showVetoes } from './vetoes.tsx';

/** What a city's people do in the portal, and staff on its behalf in the workspace. */
export function routesUnder(base: string, guard: Guard): Route[] {
  const city = `${base}/cities/:city`;
  const exchange = `${base}/exchanges/:id`;
  const session = `${base}/sessions/:id`;
  return [
    get(city, guard, showCity),
    get(`${city}/standing`, guard, showStanding),
    post(`${city}/standing`, guard, sendStanding),
    get(`${city}/entries/new`, guard, showNewEntry),
    post(`${city}/entries`, guard, sendEntry),
    get(`${city}/vetoes`, guard, showVetoes),
    post(`${city}/vetoes`, guard, sendVeto),
    post(`${city}/vetoes/city-search`, guard, searchCityToVeto),
    post(`${city}/vetoes/:veto/lifting`, guard, sendLifting),
    get(exchange, guard, showExchange),
    post(`${exchange}/actions/:action/completion`, guard, sendActionDone),
    get(`${exchange}/sessions/new`, guard, showNewSession),
    post(`${exchange}/sessions`, guard, sendSession),
    get(session, guard, showSession),
    post(`${session}/move`, guard, sendMove),
    post(`${session}/cancellation`, guard, sendCancellation),
    post(`${session}/record`, guard, sendRecord),
  ];
}
