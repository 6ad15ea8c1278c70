import { get, post, type Route } from '../../../platform/http/route.ts';
import type { Guard } from '../../../platform/permissions/guard.ts';
import { recordAsCsv, recordAsJson, sendDocument } from './downloads.ts';
import { sendFact, showFact } from './fact.tsx';
import { showHistory } from './history.tsx';
import { showProfile } from './profile.tsx';
import { sendConfirmation, showRecord } from './record.tsx';
import { sendWithdrawal, showWithdrawal } from './withdrawal.tsx';

/** What a city's people do in the portal, and staff on its behalf in the workspace. */
export function routesUnder(desk: string, reads: Guard, writes: Guard): Route[] {
  const record = `${desk}/cities/:id/record`;
  const fact = `${record}/facts/:fact`;
  return [
    get(record, reads, showRecord),
    get(`${record}.csv`, reads, recordAsCsv),
    get(`${record}.json`, reads, recordAsJson),
    get(`${record}/profile`, reads, showProfile),
    get(`${record}/files/:fact`, reads, sendDocument),
    post(`${record}/confirmations`, writes, sendConfirmation),
    get(fact, writes, showFact),
    post(fact, writes, sendFact),
    get(`${fact}/history`, reads, showHistory),
    get(`${fact}/withdrawal`, writes, showWithdrawal),
    post(`${fact}/withdrawal`, writes, sendWithdrawal),
  ];
}
