import { because } from '../../kernel/refusal.ts';
import type { TasksFor } from '../../platform/tasks/task.ts';
import { decidableKinds } from './permissions.ts';
import { listWaiting } from './store/claim-list.ts';

const atMost = 10;

/** Claims and changes that somebody else proposed and the actor may decide on. */
export const tasksFor: TasksFor = async (tx, actor) => {
  const kinds = decidableKinds(actor);
  if (!actor.personId || kinds.length === 0) return [];
  const waiting = await listWaiting(tx, actor.personId, kinds, 'en', atMost);
  return waiting.map(({ entry, changedAt, openChange }) => ({
    what: because(`impact:task.${openChange ?? 'claim'}`, { subject: entry.subjectName }),
    path: `/workspace/impact/claims/${entry.id}`,
    since: new Date(changedAt),
    dueOn: null,
  }));
};
