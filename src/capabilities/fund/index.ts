export { type FundEdition, loadFund } from './actions/load-fund.ts';
export { tasksFor } from './actions/tasks-for.ts';
export {
  /** @public for applications, which send it */
  refusalLetter,
} from './pages/refusal-letter.ts';
export {
  type RegionNames,
  /** @public likewise */
  sayFinding,
} from './pages/say-finding.ts';
export type { DonorAnswer, DonorRestrictions, ProjectAsked, WindowDonor } from './rules/donor.ts';
export type { Eligibility, Finding, Outcome, Verdict } from './rules/eligibility.ts';
export type { CityFacts, EligibilityRule } from './rules/eligibility-rule.ts';
export {
  type ApplicationState,
  applicationStates,
  isOver,
  type Move,
  type MoveKey,
  moveKeys,
  moveLabel,
  type Mover,
  moves,
  type Side,
  type Standing,
  stateLabel,
  /** @public for applications and review: whose turn it is */
  turnOf,
  whyNotMove,
} from './rules/process.ts';
export {
  type BudgetCategory,
  type Criterion,
  type OpenWindow,
  stageAfter,
  type StageKey,
  stageKeys,
  weightPercent,
  type WindowStage,
} from './rules/window.ts';
export { themes } from './rules/themes.ts';
export {
  /** @public for portfolio and finance */
  donorsOf,
} from './store/donors.ts';
export { eligibilityOf, whichDonorsMayFund } from './store/eligibility.ts';
export { findOpenWindow, listWindows, stageIsOpen } from './store/kept-windows.ts';
export {
  type Screening,
  /** @public for applications, before a city goes on to review */
  screeningOf,
} from './store/screenings.ts';
export { fillTrial } from './trial.ts';
