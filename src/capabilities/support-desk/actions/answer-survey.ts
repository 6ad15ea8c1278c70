import { anonymous } from '../../../kernel/actor.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { insertSurveyAnswer, type SurveyAnswer } from '../store/surveys.ts';
import { type Follower, writeThroughLink } from './through-link.ts';

/** The two questions, answered once for a case. */
export async function answerSurvey(
  world: World,
  follower: Follower,
  answer: SurveyAnswer,
  once?: Submission,
): Promise<void> {
  await writeThroughLink(
    world,
    follower,
    async (tx, caseId) => {
      if (!(await insertSurveyAnswer(tx, caseId, answer)))
        throw new Refusal(because('support-desk:survey-answered-before'), 409);
      await recordAct(tx, world, anonymous, {
        kind: 'support-desk.survey-answered',
        subject: { kind: 'case', id: caseId },
      });
      return null;
    },
    once,
  );
}
