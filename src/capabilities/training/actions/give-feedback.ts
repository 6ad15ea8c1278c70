import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import type { FeedbackSaid } from '../rules/feedback.ts';
import { insertFeedback } from '../store/feedback.ts';
import { findLearning, markLearning } from '../store/learning.ts';
import { findRegistration, markFeedbackGiven } from '../store/registrations.ts';
import { actFromSeat, type Seat } from './seat.ts';

/** What somebody thought of an event they were at. Nobody reads single answers. */
export async function giveEventFeedback(
  world: World,
  seat: Seat,
  said: FeedbackSaid,
  once?: Submission,
): Promise<void> {
  await actFromSeat(
    world,
    seat,
    'registration',
    async (tx, id) => {
      const registration = await findRegistration(tx, id);
      if (!registration?.attendedAt) throw notFound();
      if (!(await markFeedbackGiven(tx, id))) throw alreadyGiven();
      await insertFeedback(tx, world.newId(), { registrationId: id }, said);
    },
    once,
  );
}

/** Of a course they completed. */
export async function giveCourseFeedback(
  world: World,
  seat: Seat,
  said: FeedbackSaid,
  once?: Submission,
): Promise<void> {
  await actFromSeat(
    world,
    seat,
    'learning',
    async (tx, id) => {
      const learning = await findLearning(tx, id);
      if (!learning?.completedAt) throw notFound();
      if (!(await markLearning(tx, id, 'gave-feedback'))) throw alreadyGiven();
      await insertFeedback(tx, world.newId(), { learningId: id }, said);
    },
    once,
  );
}

function alreadyGiven(): Refusal {
  return new Refusal(because('training:feedback-given'), 409);
}
