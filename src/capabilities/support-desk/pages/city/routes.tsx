import { get, post, type Route } from '../../../../platform/http/route.ts';
import { cityRoles } from '../../../../kernel/actor.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { sendAskAsCity, showAskAsCity } from './ask.tsx';
import { sendCityConsent, sendCityFile, sendCityMessage, showCityCase, showCityCases } from './cases.tsx';
import { sendRequestAnswer, sendRequestFile, showRequest, showRequests } from './partner-requests.tsx';

const cityPeople = holders(...cityRoles);
const partners = holders('partner');

export const routes: readonly Route[] = [
  get('/portal/ask', cityPeople, showAskAsCity),
  post('/portal/ask', cityPeople, sendAskAsCity),
  get('/portal/cases', cityPeople, showCityCases),
  get('/portal/cases/:id', cityPeople, showCityCase),
  post('/portal/cases/:id/messages', cityPeople, sendCityMessage),
  post('/portal/cases/:id/consent', cityPeople, sendCityConsent),
  get('/portal/cases/:id/files/:file', cityPeople, sendCityFile),
  get('/portal/partner-requests', partners, showRequests),
  get('/portal/partner-requests/:id', partners, showRequest),
  post('/portal/partner-requests/:id/replies', partners, sendRequestAnswer),
  get('/portal/partner-requests/:id/files/:file', partners, sendRequestFile),
];
