import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat, withStepUp } from '../../../../platform/permissions/guard.ts';
import { inviteAgain } from '../../actions/invite-person.ts';
import { reinstatePerson, revokeAllSessions } from '../../actions/suspend-person.ts';
import type { CityLookup } from './cities.ts';
import { receiveGrant, searchCity, showGrant } from './grant-page.tsx';
import { receiveInvite, showInvite } from './invite-page.tsx';
import { receiveEdit, receiveNew, showEdit, showNew } from './organisation-form.tsx';
import { showOrganisation } from './organisation-page.tsx';
import { showOrganisations } from './organisations-page.tsx';
import { showPeople } from './people-page.tsx';
import { personOf, showPerson } from './person-page.tsx';
import { receiveEnd, receiveSuspension, showEnd, showSuspension } from './reason-pages.tsx';

const keepers = withStepUp(holders('director', 'administrator'));

/** People and organisations for the secretariat. */
export function peopleRoutes(cities: CityLookup): readonly Route[] {
  return [...routesOfPeople(cities), ...routesOfAccounts, ...routesOfOrganisations];
}

function routesOfPeople(cities: CityLookup): readonly Route[] {
  return [
    get('/workspace/people', secretariat, showPeople),
    get('/workspace/people/new', keepers, showInvite),
    post('/workspace/people', keepers, receiveInvite),
    get('/workspace/people/:id', secretariat, (visit) => showPerson(visit, cities)),
    get('/workspace/people/:id/roles/new', keepers, (visit) => showGrant(visit, cities)),
    post('/workspace/people/:id/roles/new', keepers, (visit) => searchCity(visit, cities)),
    post('/workspace/people/:id/roles', keepers, (visit) => receiveGrant(visit, cities)),
    get('/workspace/people/:id/roles/:grant/end', keepers, showEnd),
    post('/workspace/people/:id/roles/:grant/end', keepers, receiveEnd),
  ];
}

const routesOfAccounts: readonly Route[] = [
  get('/workspace/people/:id/suspension', keepers, showSuspension),
  post('/workspace/people/:id/suspension', keepers, receiveSuspension),
  post('/workspace/people/:id/reinstatement', keepers, async (visit) => {
    await reinstatePerson(visit.world, visit.actor, personOf(visit));
    return visit.redirect(`/workspace/people/${personOf(visit)}`);
  }),
  post('/workspace/people/:id/invitation', keepers, async (visit) => {
    await inviteAgain(visit.world, visit.actor, personOf(visit));
    return visit.redirect(`/workspace/people/${personOf(visit)}`);
  }),
  post('/workspace/people/:id/sessions/revocation', keepers, async (visit) => {
    await revokeAllSessions(visit.world, visit.actor, personOf(visit));
    return visit.redirect(`/workspace/people/${personOf(visit)}`);
  }),
];

const routesOfOrganisations: readonly Route[] = [
  get('/workspace/organisations', secretariat, showOrganisations),
  get('/workspace/organisations/new', secretariat, showNew),
  post('/workspace/organisations', secretariat, receiveNew),
  get('/workspace/organisations/:id', secretariat, showOrganisation),
  get('/workspace/organisations/:id/edit', secretariat, showEdit),
  post('/workspace/organisations/:id', secretariat, receiveEdit),
];
