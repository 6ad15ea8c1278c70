export { createTrialLinks } from './actions/create-trial-links.ts';
export { identify } from './actions/identify.ts';
export { loadOrganisations, loadPersons, loadRelationships } from './actions/load-edition.ts';
export { findPersonName } from './store/persons.ts';
