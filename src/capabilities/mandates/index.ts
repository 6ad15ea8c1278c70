export { tasksFor, unreadHandOver } from './actions/hand-over.ts';
export { fillTrial } from './trial.ts';
export type { CityRole } from './rules/terms.ts';
export {
  citiesWithPeople,
  type MandateHolder,
  mandateHoldersOf,
  type MandateLetter,
  mandateLettersTo,
} from './store/holders.ts';

/** Announced when a mandate begins: out of a request that was verified. */
export interface MandateVerified {
  readonly grantId: string;
  readonly requestId: string;
  readonly personId: string;
  readonly cityId: string;
  readonly role: string;
  readonly from: string;
  readonly until: string;
}

/** Announced when a mandate is over: by its date, laid down, or ended by staff. */
export interface MandateEnded {
  readonly grantId: string;
  readonly personId: string;
  readonly cityId: string;
  readonly role: string;
  readonly endedOn: string;
}
