export { tasksFor } from './tasks.ts';
