import type { Role } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import { words } from './messages/index.ts';

export { createTrialLinks, ensureTrialPeople, trialPeople } from './actions/create-trial-links.ts';
export { endRoleWithin } from './actions/end-role.ts';
export { grantRoleOnMandate } from './actions/grant-role.ts';
export { inviteOnMandate } from './actions/invite-person.ts';
export { searchPeopleAndOrganisations } from './actions/find-parties.ts';
export { identify } from './actions/identify.ts';
export { loadOrganisations, loadPersons, loadRelationships } from './actions/load-edition.ts';
export { organisationImport } from './imports.ts';
export { type OfficeHeld, officesHeldIn } from './store/offices-of-city.ts';
export { findPersonByAddress, getContact, lettersFor } from './store/persons.ts';
export type { CityLookup } from './pages/workspace/cities.ts';

export function roleName(language: Language, role: Role): string {
  return words(language)(`role.${role}`);
}
