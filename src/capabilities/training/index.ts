export { tasksFor } from './actions/tasks-for.ts';
export { fillTrial } from './trial.ts';
