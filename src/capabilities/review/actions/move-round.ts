import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { whyNotRun } from '../permissions.ts';
import { nextState } from '../rules/round.ts';
import { assignmentsOf } from '../store/assignments.ts';
import { lockRound, markRound } from '../store/rounds.ts';

/** Moves a round on: assigning, scoring, discussing, closed. Scores may be left open only by saying so. */
export async function moveRound(
  world: World,
  actor: Actor,
  input: { readonly roundId: string; readonly version: number; readonly leaveOpen: boolean },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const round = await lockRound(tx, input.roundId);
      if (!round) throw notFound();
      if (round.version !== input.version) throw new Stale({ state: round.state }, round.version);
      const next = nextState[round.state];
      if (!next) throw new Refusal(because('review:round-closed'), 409);
      const given = await assignmentsOf(tx, round.id);
      if (round.state === 'assigning' && given.length === 0)
        throw new Refusal(because('review:nothing-assigned'));
      const open = given.filter(({ state }) => state === 'assigned').length;
      if (round.state === 'scoring' && open > 0 && !input.leaveOpen)
        throw Object.assign(new Refusal(because('review:reviews-open', { n: open })), { field: 'leaveOpen' });
      await markRound(tx, round.id, next);
      if (next === 'scoring')
        for (const personId of new Set(given.map((one) => one.personId)))
          await enqueue(tx, 'review-tell-reviewer', { roundId: round.id, personId });
      await recordAct(tx, world, actor, {
        kind: `review.round-${next}`,
        subject: { kind: 'review-round', id: round.id },
      });
      await announce(tx, world, {
        kind: 'review-round-moved',
        payload: { roundId: round.id, windowId: round.windowId, stage: round.stage, to: next },
      });
    },
    { once },
  );
}
