import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { FeedbackSaid, FeedbackTold } from '../rules/feedback.ts';

export async function insertFeedback(
  tx: Tx,
  id: string,
  from: { readonly learningId: string } | { readonly registrationId: string },
  said: FeedbackSaid,
): Promise<void> {
  await tx
    .insertInto('training.feedback')
    .values({
      id,
      learning_id: 'learningId' in from ? from.learningId : null,
      registration_id: 'registrationId' in from ? from.registrationId : null,
      useful: said.useful,
      will_use: said.willUse,
      suggestion: said.suggestion,
    })
    .execute();
}

/** Of a course or an event; in whole groups of five. Nobody reads single answers. */
export async function feedbackOn(reader: Reader, about: string): Promise<FeedbackTold> {
  const { rows } = await sql<FeedbackTold>`select answered, useful, will_use as "willUse", suggestions
    from training.feedback_on(${about})`.execute(reader);
  return rows[0] ?? { answered: 0, useful: [], willUse: [], suggestions: [] };
}
