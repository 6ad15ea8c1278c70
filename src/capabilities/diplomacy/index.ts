export { type DiplomacyEdition, loadDiplomacy } from './actions/load-diplomacy.ts';
