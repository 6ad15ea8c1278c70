import type { Actor } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { listSubmitted, moveApplication } from '../../applications/index.ts';
import { findOpenWindow, type StageKey } from '../../fund/index.ts';
import { whyNotRun } from '../permissions.ts';
import { statesOf } from '../store/overview.ts';
import { findRoundOf, insertRound } from '../store/rounds.ts';
import { findConflicts } from './find-conflicts.ts';

interface RoundWanted {
  readonly windowId: string;
  readonly stage: StageKey;
  readonly reviewsWanted: number;
  readonly dueOn: CalendarDate;
  readonly hiddenQuestions: readonly string[];
  readonly hidesCity: boolean;
}

/**
 * Opens the review of a window's stage: every application found eligible goes to review, and the registry is asked for conflicts.
 * @returns the round's id
 */
export async function openRound(
  world: World,
  actor: Actor,
  wanted: RoundWanted,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const window = await findOpenWindow(tx, wanted.windowId);
      if (!window || !actor.personId) throw notFound();
      if (await findRoundOf(tx, wanted.windowId, wanted.stage))
        throw new Refusal(because('review:round-there'), 409);
      const submitted = await listSubmitted(tx, wanted.windowId, wanted.stage);
      const states = await statesOf(
        tx,
        submitted.map(({ id }) => id),
      );
      const eligible = submitted.filter(({ id }) => states.get(id) === 'eligible');
      if (eligible.length === 0) throw new Refusal(because('review:nothing-eligible'));
      const id = world.newId();
      await insertRound(tx, { id, ...wanted, openedBy: actor.personId });
      for (const { id: applicationId } of eligible)
        await moveApplication(tx, world, actor, { applicationId, move: 'send-to-review' });
      const conflicts = await findConflicts(tx, world, wanted.windowId);
      await recordAct(tx, world, actor, {
        kind: 'review.round-opened',
        subject: { kind: 'review-round', id },
        details: { n: eligible.length, conflicts },
      });
      return id;
    },
    { once },
  );
}
