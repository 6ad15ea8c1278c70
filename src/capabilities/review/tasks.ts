import { type Actor, hasRole } from '../../kernel/actor.ts';
import { because } from '../../kernel/refusal.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { Task } from '../../platform/tasks/task.ts';
import { roundRoles } from './permissions.ts';
import { myReviews } from './store/assignments.ts';
import { draftsOfOthers } from './store/feedback.ts';

/** Reviews that wait for the reader, and feedback somebody else wrote that they may read and send. */
export async function tasksFor(tx: Tx, actor: Actor): Promise<Task[]> {
  if (!actor.personId) return [];
  const mine = (await myReviews(tx, actor.personId))
    .filter(({ state, roundState }) => state === 'assigned' && roundState === 'scoring')
    .map(({ id, assignedAt, dueOn }) => ({
      what: because('review:task.review'),
      path: `/portal/reviews/${id}`,
      since: assignedAt,
      dueOn,
    }));
  if (!hasRole(actor, ...roundRoles)) return mine;
  const drafts = await draftsOfOthers(tx, actor.personId);
  return [
    ...mine,
    ...drafts.map(({ roundId, applicationId, at }) => ({
      what: because('review:task.feedback'),
      path: `/workspace/reviews/rounds/${roundId}/applications/${applicationId}#feedback`,
      since: at,
      dueOn: null,
    })),
  ];
}
