import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotRun } from '../permissions.ts';
import { lockAssignment, settleAssignment } from '../store/assignments.ts';

/** Takes a review back that was not filed, e.g. of somebody who fell ill; it can then be given to another. */
export async function takeBackAssignment(
  world: World,
  actor: Actor,
  input: { readonly assignmentId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const assignment = await lockAssignment(tx, input.assignmentId);
      if (!assignment) throw notFound();
      if (assignment.state !== 'assigned') throw new Refusal(because('review:settled-already'), 409);
      await settleAssignment(tx, assignment.id, { state: 'taken-back' });
      await recordAct(tx, world, actor, {
        kind: 'review.taken-back',
        subject: { kind: 'review', id: assignment.id },
      });
    },
    { once },
  );
}
