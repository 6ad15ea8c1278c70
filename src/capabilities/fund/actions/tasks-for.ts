import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import type { TasksFor } from '../../../platform/tasks/task.ts';
import { whyNotKeepWindows } from '../permissions.ts';
import { listWaiting, type WaitingMatter } from '../store/waiting.ts';

/** For keepers of the fund: proposals of others to approve, overrides to agree with, questions, stages that close in three days. */
export const tasksFor: TasksFor = async (tx, actor, now) => {
  if (whyNotKeepWindows(actor)) return [];
  const waiting = await listWaiting(tx, actor.personId, now);
  return waiting.map((one) => ({
    what: because(`fund:task.${one.kind}`, {
      window: one.window,
      city: one.city,
      stage: one.city.replaceAll('-', '_'),
      n: one.n,
    }),
    path: pathOf(one),
    since: one.since,
    dueOn: one.dueAt && dayInUtc(one.dueAt),
  }));
};

function pathOf({ kind, windowId, cityId }: WaitingMatter): string {
  const window = `/workspace/fund/windows/${windowId}`;
  if (kind === 'questions') return `${window}/questions`;
  return kind === 'override' ? `${window}/cities/${cityId}` : window;
}
