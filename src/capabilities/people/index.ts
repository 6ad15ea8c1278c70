import type { Role } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import { words } from './messages/index.ts';

export { createTrialLinks } from './actions/create-trial-links.ts';
export { identify } from './actions/identify.ts';
export { loadOrganisations, loadPersons, loadRelationships } from './actions/load-edition.ts';
export { organisationImport } from './imports.ts';
export { type OfficeHeld, officesHeldIn } from './store/offices-of-city.ts';
export { findPersonName } from './store/persons.ts';
export { listOrganisationNames, searchPeopleAndOrganisations } from './store/search.ts';

export function roleName(language: Language, role: Role): string {
  return words(language)(`role.${role}`);
}
