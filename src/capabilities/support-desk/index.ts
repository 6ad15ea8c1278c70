export { fillTrial } from './trial.ts';
export { cityMatters } from './actions/city-matters.ts';
export { tasksFor } from './actions/desk-tasks.ts';
export { loadTemplates } from './actions/templates.ts';
export { openCase } from './actions/open-case.ts';
export { countStranger } from './actions/strangers.ts';
export { cityChoice } from './pages/choices.ts';
