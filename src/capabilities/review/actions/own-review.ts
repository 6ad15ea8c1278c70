import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findOpenWindow, type OpenWindow } from '../../fund/index.ts';
import { whyNotScore } from '../permissions.ts';
import type { ConflictGround } from '../rules/conflicts.ts';
import type { Recommendation } from '../rules/round.ts';
import { pointsOf, type Score, unfinished } from '../rules/scoring.ts';
import { type AssignmentRow, lockAssignment, saveOpinion, settleAssignment } from '../store/assignments.ts';
import { insertConflicts } from '../store/conflicts.ts';
import { findRound, type Round } from '../store/rounds.ts';
import { saveScores, scoresOf } from '../store/scores.ts';

export interface ReviewSaid {
  readonly assignmentId: string;
  readonly version: number;
  readonly scores: readonly Score[];
  readonly recommendation: Recommendation | null;
  readonly toCity: string;
  readonly toCouncil: string;
}

/** Keeps a review as far as it is. @returns the version it now has */
export async function saveReview(
  world: World,
  actor: Actor,
  said: ReviewSaid,
  once?: Submission,
): Promise<number> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      await keep(tx, actor, said);
      return said.version + 1;
    },
    { once },
  );
}

/** Files a review: from then on its reviewer sees those of others, and theirs is seen. @throws Refusal naming what is missing */
export async function fileReview(
  world: World,
  actor: Actor,
  said: ReviewSaid,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const { own, window } = await keep(tx, actor, said);
      const scores = (await scoresOf(tx, [own.id])).get(own.id) ?? [];
      const [missing] = unfinished(window.criteria, scores);
      if (missing !== undefined)
        throw Object.assign(new Refusal(because('review:criterion-open')), { field: `reason-${missing}` });
      if (!said.recommendation)
        throw Object.assign(new Refusal(because('platform:choose-one')), { field: 'recommendation' });
      if (said.toCity.trim() === '')
        throw Object.assign(new Refusal(because('review:say-to-city')), { field: 'toCity' });
      const points = pointsOf(window.criteria, scores);
      if (points === null) throw new Refusal(because('review:nothing-judged'));
      await settleAssignment(tx, own.id, { state: 'filed', points });
      await recordAct(tx, world, actor, {
        kind: 'review.filed',
        subject: { kind: 'review', id: own.id },
      });
    },
    { once },
  );
}

async function keep(
  tx: Tx,
  actor: Actor,
  said: ReviewSaid,
): Promise<{ own: AssignmentRow; round: Round; window: OpenWindow }> {
  const { own, round, window } = await openOwn(tx, said.assignmentId);
  refuseIf(whyNotScore(actor, own, round));
  if (own.version !== said.version) {
    const scores = (await scoresOf(tx, [own.id])).get(own.id) ?? [];
    throw new Stale(
      {
        ...Object.fromEntries(scores.map((one) => [`reason-${one.criterionKey}`, one.reason])),
        toCity: own.toCity,
        toCouncil: own.toCouncil,
      },
      own.version,
    );
  }
  const known = new Set(window.criteria.map(({ key }) => key));
  await saveScores(
    tx,
    own.id,
    said.scores.filter(({ criterionKey }) => known.has(criterionKey)),
  );
  await saveOpinion(tx, own.id, said);
  return { own, round, window };
}

export async function openOwn(
  tx: Tx,
  assignmentId: string,
): Promise<{ own: AssignmentRow; round: Round; window: OpenWindow }> {
  const own = await lockAssignment(tx, assignmentId);
  const round = own && (await findRound(tx, own.roundId));
  const window = round && (await findOpenWindow(tx, round.windowId));
  if (!own || !round || !window) throw notFound();
  return { own, round, window };
}

/** Says no to a review: too much, not one's field (`declined`), or rather not judge this one (`abstained`). */
export async function stepBack(
  world: World,
  actor: Actor,
  input: { readonly assignmentId: string; readonly how: 'declined' | 'abstained'; readonly why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const { own } = await openOwn(tx, input.assignmentId);
      refuseIf(whyNotScore(actor, own, { state: 'scoring' }));
      await settleAssignment(tx, own.id, { state: input.how, why: input.why });
      await recordAct(tx, world, actor, {
        kind: `review.${input.how}`,
        subject: { kind: 'review', id: own.id },
      });
    },
    { once },
  );
}

/** Declares a conflict with an application one was given: from that moment nothing of its review is seen. */
export async function declareConflict(
  world: World,
  actor: Actor,
  input: { readonly assignmentId: string; readonly ground: ConflictGround; readonly detail: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const { own } = await openOwn(tx, input.assignmentId);
      if (!actor.personId || own.personId !== actor.personId) throw notFound();
      if (own.state === 'assigned')
        await settleAssignment(tx, own.id, { state: 'declined', why: input.ground });
      await insertConflicts(tx, [
        {
          id: world.newId(),
          personId: actor.personId,
          applicationId: own.applicationId,
          origin: 'declared',
          ground: input.ground,
          detail: input.detail,
          recordedBy: actor.personId,
        },
      ]);
      await recordAct(tx, world, actor, {
        kind: 'review.conflict-declared',
        subject: { kind: 'review', id: own.id },
      });
    },
    { once },
  );
}
