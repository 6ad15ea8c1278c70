export { type GovernanceEdition, loadGovernance } from './actions/load-governance.ts';
