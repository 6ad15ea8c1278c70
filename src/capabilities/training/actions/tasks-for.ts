import { because } from '../../../kernel/refusal.ts';
import type { TasksFor } from '../../../platform/tasks/task.ts';
import { isTrainer } from '../permissions.ts';
import { listTrainerTasks } from '../store/due.ts';

/** For trainers: people who wait for places in tomorrow's event, events to close, feedback to read. */
export const tasksFor: TasksFor = async (tx, actor, now) => {
  if (!isTrainer(actor)) return [];
  return (await listTrainerTasks(tx, now)).map(({ kind, id, title, sourceLanguage, n, since }) => ({
    what: because(`training:task.${kind}`, { title: title[sourceLanguage] ?? '', n }),
    path: `/workspace/training/events/${id}${kind === 'mark-attendance' ? '/attendance' : ''}`,
    since,
    dueOn: null,
  }));
};
