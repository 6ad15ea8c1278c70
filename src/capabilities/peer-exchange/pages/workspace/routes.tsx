import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { matchMakers } from '../../permissions.ts';
import { sendCallingOff } from '../exchange.tsx';
import { routesUnder } from '../shared-routes.ts';
import { sendConfirmation, showConfirmation } from './confirmation.tsx';
import { chooseCity, searchCityToHelp, showOverview } from './overview.tsx';
import { showPool } from './pool.tsx';
import { roundFile } from './round-file.ts';
import { sendClosing, sendRun, showRound } from './round.tsx';
import { sendRound, showNewRound } from './new-round.tsx';
import { sendRemoval, sendWish, showNewWish } from './wish.tsx';

const base = '/workspace/exchange';
const round = `${base}/rounds/:id`;
const staff = holders(...matchMakers);

export const routes: readonly Route[] = [
  get(base, staff, showOverview),
  get(`${base}/pool`, staff, showPool),
  post(`${base}/cities`, staff, chooseCity),
  post(`${base}/cities/city-search`, staff, searchCityToHelp),
  ...routesUnder(base, staff),
  post(`${base}/exchanges/:id/calling-off`, staff, sendCallingOff),
  get(`${base}/rounds/new`, staff, showNewRound),
  post(`${base}/rounds`, staff, sendRound),
  get(round, staff, showRound),
  get(`${round}/matches.csv`, staff, roundFile),
  post(`${round}/runs`, staff, sendRun),
  post(`${round}/closing`, staff, sendClosing),
  get(`${round}/wishes/new`, staff, showNewWish),
  post(`${round}/wishes`, staff, sendWish),
  post(`${round}/wishes/:wish/removal`, staff, sendRemoval),
  get(`${round}/confirmation`, staff, showConfirmation),
  post(`${round}/confirmation`, staff, sendConfirmation),
];
