export { cityMatters } from './actions/city-matters.ts';
export { fillTrial } from './trial.ts';
export { tasksFor } from './actions/tasks-for.ts';
