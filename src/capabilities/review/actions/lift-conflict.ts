import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotLift } from '../permissions.ts';
import { lockConflict, markLifted } from '../store/conflicts.ts';

/** The director lifts a conflict that is none, with a reason on record; never their own. */
export async function liftConflict(
  world: World,
  actor: Actor,
  input: { readonly conflictId: string; readonly why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      // Nobody else can lock it.
      refuseIf(whyNotLift(actor, { personId: '' }), 403);
      const conflict = await lockConflict(tx, input.conflictId);
      if (!conflict || !actor.personId) throw notFound();
      refuseIf(whyNotLift(actor, conflict), 403);
      if (conflict.lifted) throw new Refusal(because('review:lifted-already'), 409);
      await markLifted(tx, input.conflictId, actor.personId, input.why);
      await recordAct(tx, world, actor, {
        kind: 'review.conflict-lifted',
        subject: { kind: 'conflict', id: input.conflictId },
        details: { reason: input.why },
      });
    },
    { once },
  );
}
