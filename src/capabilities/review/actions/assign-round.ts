import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { listSubmitted } from '../../applications/index.ts';
import { letRead } from '../../translation/index.ts';
import { whyNotRun } from '../permissions.ts';
import { assignReviews, type Assignment } from '../rules/assign.ts';
import { loadHighs } from '../../../platform/solver/load-highs.ts';
import { assignmentsOf, insertAssignments } from '../store/assignments.ts';
import { listConflicts } from '../store/conflicts.ts';
import { applicationsOfRound } from '../store/overview.ts';
import { listReviewers } from '../store/reviewers.ts';
import { lockRound, type Round } from '../store/rounds.ts';
import { themesOf } from './themes-of.ts';

/** Who would review what, over the whole round, as things stand: nothing is written. */
export async function proposeAssignment(tx: Tx, round: Round): Promise<Assignment> {
  const applications = await applicationsOfRound(tx, round);
  const submitted = new Map(
    (await listSubmitted(tx, round.windowId, round.stage)).map((one) => [one.id, one]),
  );
  const given = await assignmentsOf(tx, round.id);
  const conflicts = (await listConflicts(tx, round.windowId)).filter(({ liftedWhy }) => liftedWhy === null);
  const reviewers = await listReviewers(tx);
  const able = reviewers
    .filter(({ resting }) => !resting)
    .map(({ personId, languages, expertise, mostReviews, open }) => ({
      personId,
      languages,
      expertise,
      room: Math.max(0, mostReviews - open),
    }));
  const wanted = applications
    .filter(({ inConflict }) => !inConflict)
    .map(({ id, language, assigned }) => ({
      applicationId: id,
      language,
      themes: themesOf(submitted.get(id)),
      wants: Math.max(0, round.reviewsWanted - assigned),
      notFor: [
        ...conflicts.flatMap((one) => (one.applicationId === id ? [one.personId] : [])),
        // Whoever declined or abstained is not asked again.
        ...given.flatMap((one) => (one.applicationId === id ? [one.personId] : [])),
      ],
    }));
  return assignReviews(await loadHighs(), able, wanted);
}

/** Gives out the reviews that were shown, unless something changed meanwhile: then the new proposal is shown first. */
export async function assignRound(
  world: World,
  actor: Actor,
  input: {
    readonly roundId: string;
    readonly pairs: readonly (readonly [application: string, person: string])[];
  },
  once?: Submission,
): Promise<number> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const round = await lockRound(tx, input.roundId);
      if (!round || !actor.personId) throw notFound();
      if (round.state === 'discussing' || round.state === 'closed')
        throw new Refusal(because('review:not-assigning'), 409);
      const { proposed } = await proposeAssignment(tx, round);
      const possible = new Set(proposed.map(({ applicationId, personId }) => `${applicationId} ${personId}`));
      if (input.pairs.some(([application, person]) => !possible.has(`${application} ${person}`)))
        throw new Refusal(because('review:proposal-changed'), 409);
      const assignedBy = actor.personId;
      await insertAssignments(
        tx,
        input.pairs.map(([applicationId, personId]) => ({
          id: world.newId(),
          roundId: round.id,
          applicationId,
          personId,
          assignedBy,
        })),
      );
      for (const [id, personId] of input.pairs) await letRead(tx, { kind: 'application', id }, personId);
      for (const personId of new Set(input.pairs.map(([, person]) => person)))
        await enqueue(tx, 'review-tell-reviewer', { roundId: round.id, personId });
      await recordAct(tx, world, actor, {
        kind: 'review.assigned',
        subject: { kind: 'review-round', id: round.id },
        details: { n: input.pairs.length },
      });
      return input.pairs.length;
    },
    { once },
  );
}
