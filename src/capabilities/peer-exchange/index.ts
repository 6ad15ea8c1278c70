export { fillTrial } from './trial.ts';
export { cityMatters } from './actions/city-matters.ts';
export { tasksFor } from './actions/tasks-for.ts';
