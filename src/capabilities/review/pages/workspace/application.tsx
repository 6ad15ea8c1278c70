import { z } from 'zod';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { optionalText, text, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { addRemark } from '../../actions/discuss.ts';
import { takeBackAssignment } from '../../actions/take-back-assignment.ts';
import { sendFeedback, writeFeedback } from '../../actions/write-feedback.ts';
import { words } from '../../messages/index.ts';
import { feedbackOn } from '../../store/feedback.ts';
import { idIn } from '../named.ts';
import { readDeliberation } from '../shown-review.ts';
import { seeRound } from './round.tsx';
import { ApplicationPage } from './application-page.tsx';

export type Part = 'remark' | 'feedback' | 'sending';

export async function showApplication(visit: Visit): Promise<Response> {
  return await applicationPage(visit);
}

async function applicationPage(visit: Visit, refused?: { part: Part; state: FormState }): Promise<Response> {
  const { round, window, applications, names } = await seeRound(visit);
  const application = applications.find(({ id }) => id === idIn(visit, 'application'));
  // Of an application in conflict with the reader nothing is opened, not even an empty page that another could differ from.
  if (!application || application.inConflict) throw notFound();
  const seen = await reading(visit.world, visit.actor, async (tx) => ({
    deliberation: await readDeliberation(tx, round.id, application.id),
    feedback: await feedbackOn(tx, round.id, application.id),
  }));
  const form = (part: Part, answers: FormState['answers'] = {}) =>
    refused?.part === part ? refused.state : freshForm(visit.world, answers);
  const city = names.get(application.cityId) ?? '';
  return visit.show({
    title: `${words(visit.language)('reviews')}: ${city}`,
    body: <ApplicationPage {...{ visit, round, window, application, city, form, ...seen }} />,
    hasProblems: refused !== undefined,
  });
}

const pathOf = (visit: Visit) =>
  `/workspace/reviews/rounds/${idIn(visit, 'id')}/applications/${idIn(visit, 'application')}`;

export async function sendRemark(visit: Visit): Promise<Response> {
  const of = { roundId: idIn(visit, 'id'), applicationId: idIn(visit, 'application') };
  return await submitForm(visit, {
    schema: z.object({ text: text(4000) }),
    act: async (said, once) => {
      await addRemark(visit.world, visit.actor, { ...of, ...said }, once);
      return pathOf(visit);
    },
    again: (state) => applicationPage(visit, { part: 'remark', state }),
  });
}

/** Two answers a criterion, named by its key, beside what is said of the whole. */
const feedbackSaid = z
  .object({ version: version(), summary: text(6000), nextSteps: optionalText(6000) })
  .catchall(z.string().optional());

export async function sendFeedbackDraft(visit: Visit): Promise<Response> {
  const of = { roundId: idIn(visit, 'id'), applicationId: idIn(visit, 'application') };
  const { window } = await seeRound(visit);
  return await submitForm(visit, {
    schema: feedbackSaid,
    act: async ({ version: at, summary, nextSteps, ...rest }, once) => {
      const byCriterion = Object.fromEntries(
        window.criteria.map(({ key }) => [
          key,
          {
            strong: (rest[`strong-${key}`] ?? '').trim(),
            weak: (rest[`weak-${key}`] ?? '').trim(),
          },
        ]),
      );
      const said = { ...of, version: at, summary, nextSteps: nextSteps ?? '', byCriterion };
      await writeFeedback(visit.world, visit.actor, said, once);
      return `${pathOf(visit)}#feedback`;
    },
    again: (state) => applicationPage(visit, { part: 'feedback', state }),
  });
}

export async function sendFeedbackOff(visit: Visit): Promise<Response> {
  const feedback = await reading(visit.world, visit.actor, (tx) =>
    feedbackOn(tx, idIn(visit, 'id'), idIn(visit, 'application')),
  );
  return await submitForm(visit, {
    schema: z.object({ version: version() }),
    act: async ({ version: at }, once) => {
      if (!feedback) throw notFound();
      await sendFeedback(visit.world, visit.actor, { feedbackId: feedback.id, version: at }, once);
      return `${pathOf(visit)}#feedback`;
    },
    again: (state) => applicationPage(visit, { part: 'sending', state }),
  });
}

export async function sendTakingBack(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_, once) => {
      const assignmentId = idIn(visit, 'assignment');
      await takeBackAssignment(visit.world, visit.actor, { assignmentId }, once);
      return pathOf(visit);
    },
    again: (state) => applicationPage(visit, { part: 'remark', state }),
  });
}
