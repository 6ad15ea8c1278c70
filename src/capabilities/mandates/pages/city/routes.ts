import { cityRoles } from '../../../../kernel/actor.ts';
import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, signedIn, withStepUp } from '../../../../platform/permissions/guard.ts';
import type { CityMatters } from '../../../../platform/tasks/city-matter.ts';
import { keeperRoles } from '../../permissions.ts';
import { searchNewCity, sendNew, sendOwnAnswer, sendOwnWithdrawal, showNew, showOwnRequest } from './ask.tsx';
import {
  sendDeparture,
  sendPropose,
  sendVouch,
  showDeparture,
  showPropose,
  showVouch,
} from './colleagues.tsx';
import { sendPackFile, sendReceipt, showHandOver } from './hand-over.tsx';
import { showMine } from './mine.tsx';
import { sendLayingDown, sendRenewal, showLayingDown, showRenewal } from './own-mandate.tsx';
import { showPeople, showProposed } from './people.tsx';

const cityPeople = holders(...cityRoles);
const cityOrKeepers = holders(...cityRoles, ...keeperRoles);
const city = '/portal/cities/:id';

/** One's own mandates, the people of one's city, and what is open for it. @param matters what other capabilities have open */
export function cityRoutes(matters: readonly CityMatters[]): readonly Route[] {
  return [
    get('/portal/mandates', signedIn, showMine),
    post('/portal/mandates', signedIn, sendNew),
    get('/portal/mandates/new', signedIn, showNew),
    post('/portal/mandates/new/city-search', signedIn, searchNewCity),
    get('/portal/mandates/requests/:id', signedIn, showOwnRequest),
    post('/portal/mandates/requests/:id/answers', signedIn, sendOwnAnswer),
    post('/portal/mandates/requests/:id/withdrawal', signedIn, sendOwnWithdrawal),
    get('/portal/mandates/grants/:id/renewal', cityPeople, showRenewal),
    post('/portal/mandates/grants/:id/renewal', cityPeople, sendRenewal),
    get('/portal/mandates/grants/:id/laying-down', withStepUp(cityPeople), showLayingDown),
    post('/portal/mandates/grants/:id/laying-down', withStepUp(cityPeople), sendLayingDown),
    get(`${city}/people`, cityOrKeepers, showPeople),
    post(`${city}/people`, cityPeople, sendPropose),
    get(`${city}/people/new`, cityPeople, showPropose),
    get(`${city}/people/proposed`, cityPeople, showProposed),
    get(`${city}/requests/:request/vouch`, cityPeople, showVouch),
    post(`${city}/requests/:request/vouch`, cityPeople, sendVouch),
    get(`${city}/mandates/:grant/departure`, cityPeople, showDeparture),
    post(`${city}/mandates/:grant/departure`, cityPeople, sendDeparture),
    get(`${city}/hand-over`, cityOrKeepers, showHandOver(matters)),
    get(`${city}/hand-over/file`, cityOrKeepers, sendPackFile(matters)),
    post(`${city}/hand-over/receipt`, cityPeople, sendReceipt(matters)),
  ];
}
