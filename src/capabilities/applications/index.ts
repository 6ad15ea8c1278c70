export { type MoveWanted, moveApplication } from './actions/move-application.ts';
export { cityMatters } from './actions/city-matters.ts';
export { findSubmitted, listSubmitted, type SubmittedApplication } from './actions/submitted.ts';
export { tasksFor } from './actions/tasks-for.ts';
export { fillTrial } from './trial.ts';

/** Announced when a city's answers of a stage were committed to, before the bell. */
export interface ApplicationSubmitted {
  readonly applicationId: string;
  readonly windowId: string;
  readonly cityId: string;
  readonly stage: string;
  readonly commitmentId: string;
}

/** Announced when an application moved along the fund's process, by whomever. */
export interface ApplicationMoved {
  readonly applicationId: string;
  readonly windowId: string;
  readonly cityId: string;
  readonly stage: string;
  readonly from: string;
  readonly to: string;
}
