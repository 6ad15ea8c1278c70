export { tasksFor } from './actions/tasks-for.ts';
