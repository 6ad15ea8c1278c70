export { findRoundOf, type Round } from './store/rounds.ts';
export { conflictsIn, outcomesOf, type ReviewOutcome } from './store/outcome.ts';
export { tasksFor } from './tasks.ts';
