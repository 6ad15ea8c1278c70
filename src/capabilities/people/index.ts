export { createTrialLinks } from './actions/create-trial-links.ts';
export { identify } from './actions/identify.ts';
export { findPersonName } from './store/persons.ts';
