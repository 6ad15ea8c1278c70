import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { findSubmitted } from '../../applications/index.ts';
import { whyNotRun, whyNotSendFeedback } from '../permissions.ts';
import {
  type CriterionWords,
  feedbackOn,
  insertFeedback,
  lockFeedback,
  markSent,
  rewriteFeedback,
} from '../store/feedback.ts';

interface FeedbackSaid {
  readonly roundId: string;
  readonly applicationId: string;
  /** 0 where there is none yet. */
  readonly version: number;
  readonly byCriterion: Readonly<Record<string, CriterionWords>>;
  readonly summary: string;
  readonly nextSteps: string;
}

/** Drafts what a city is told, or writes it anew. It leaves only once another person has read it. */
export async function writeFeedback(
  world: World,
  actor: Actor,
  said: FeedbackSaid,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotRun(actor), 403);
      const application = await findSubmitted(tx, said.applicationId);
      if (!application || !actor.personId) throw notFound();
      const before = await feedbackOn(tx, said.roundId, said.applicationId);
      if ((before?.version ?? 0) !== said.version)
        throw new Stale(
          { summary: before?.summary ?? '', nextSteps: before?.nextSteps ?? '' },
          before?.version ?? 0,
        );
      if (before?.state === 'sent') throw new Refusal(because('review:sent-already'), 409);
      const words = { ...said, draftedBy: actor.personId };
      const language: Language = application.language;
      if (before) await rewriteFeedback(tx, before.id, words);
      else await insertFeedback(tx, { id: world.newId(), cityId: application.cityId, language, ...words });
      await recordAct(tx, world, actor, {
        kind: 'review.feedback-written',
        subject: { kind: 'application', id: said.applicationId },
        cityId: application.cityId,
      });
    },
    { once },
  );
}

/** A second person read it: it goes to the city, on its page and by mail. */
export async function sendFeedback(
  world: World,
  actor: Actor,
  input: { readonly feedbackId: string; readonly version: number },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const feedback = await lockFeedback(tx, input.feedbackId);
      if (!feedback || !actor.personId) throw notFound();
      refuseIf(whyNotSendFeedback(actor, feedback), 403);
      if (feedback.version !== input.version)
        throw new Stale({ summary: feedback.summary, nextSteps: feedback.nextSteps }, feedback.version);
      await markSent(tx, feedback.id, actor.personId);
      await enqueue(tx, 'review-tell-city', {
        applicationId: feedback.applicationId,
        cityId: feedback.cityId,
      });
      await recordAct(tx, world, actor, {
        kind: 'review.feedback-sent',
        subject: { kind: 'application', id: feedback.applicationId },
        cityId: feedback.cityId,
      });
    },
    { once },
  );
}
