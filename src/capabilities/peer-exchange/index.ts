export { exchangeFigures } from './store/figures.ts';
export { tasksFor } from './actions/tasks-for.ts';
