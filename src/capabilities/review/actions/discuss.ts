import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotChangeScore } from '../permissions.ts';
import { highestScore, pointsOf } from '../rules/scoring.ts';
import { savePoints } from '../store/assignments.ts';
import { findRound } from '../store/rounds.ts';
import { insertRemark, insertScoreChange, saveScores, scoresOf } from '../store/scores.ts';
import { openOwn } from './own-review.ts';

/** Says something of an application to all who have filed their review of it, and to who runs the round. */
export async function addRemark(
  world: World,
  actor: Actor,
  input: { readonly roundId: string; readonly applicationId: string; readonly text: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const round = await findRound(tx, input.roundId);
      if (!round || !actor.personId) throw notFound();
      if (round.state !== 'discussing') throw new Refusal(because('review:not-discussing'), 409);
      await insertRemark(tx, { id: world.newId(), personId: actor.personId, ...input });
      await recordAct(tx, world, actor, {
        kind: 'review.remarked',
        subject: { kind: 'application', id: input.applicationId },
      });
    },
    { once },
  );
}

/** Changes one's own score in the discussion; what it was and why it moved stay on record. */
export async function changeScore(
  world: World,
  actor: Actor,
  input: {
    readonly assignmentId: string;
    readonly criterionKey: string;
    readonly score: number | null;
    readonly why: string;
  },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const { own, round, window } = await openOwn(tx, input.assignmentId);
      refuseIf(whyNotChangeScore(actor, own, round));
      const criterion = window.criteria.find(({ key }) => key === input.criterionKey);
      if (!criterion) throw notFound();
      const most = criterion.kind === 'critical' ? 1 : highestScore;
      if (input.score !== null && (input.score < 0 || input.score > most))
        throw Object.assign(new Refusal(because('platform:choose-one')), { field: 'score' });
      const scores = (await scoresOf(tx, [own.id])).get(own.id) ?? [];
      const before = scores.find(({ criterionKey }) => criterionKey === input.criterionKey);
      if (!before || before.score === input.score) throw new Refusal(because('review:same-score'));
      const now = { ...before, score: input.score };
      await insertScoreChange(tx, {
        id: world.newId(),
        assignmentId: own.id,
        criterionKey: input.criterionKey,
        was: before.score,
        becomes: input.score,
        why: input.why,
      });
      await saveScores(tx, own.id, [now]);
      const points = pointsOf(
        window.criteria,
        scores.map((one) => (one === before ? now : one)),
      );
      if (points === null) throw new Refusal(because('review:nothing-judged'));
      await savePoints(tx, own.id, points);
      await recordAct(tx, world, actor, {
        kind: 'review.score-changed',
        subject: { kind: 'review', id: own.id },
      });
    },
    { once },
  );
}
