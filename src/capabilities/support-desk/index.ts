export { tasksFor } from './actions/desk-tasks.ts';
export { loadTemplates } from './actions/templates.ts';
