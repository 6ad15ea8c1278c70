import { z } from 'zod';
import { notFound } from '../../../kernel/refusal.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { giveCourseFeedback } from '../actions/give-feedback.ts';
import { fromSeat } from '../actions/seat.ts';
import { proveLearning, takeNewVersion } from '../actions/start-learning.ts';
import { tryModule } from '../actions/try-module.ts';
import { words } from '../messages/index.ts';
import { progressIn } from '../rules/progress.ts';
import { saidIn } from '../rules/some-text.ts';
import { listHeld } from '../store/certificates.ts';
import { findOffered } from '../store/courses.ts';
import { findLearning, listAttempts } from '../store/learning.ts';
import { feedbackAnswers } from './feedback-form.tsx';
import { frameOf, personal } from './frame.ts';
import { LearningModulePage } from './learning-module-page.tsx';
import { LearningPage } from './learning-page.tsx';
import { moduleAt, readAnswers } from './read-course.ts';
import { seatAt } from './seat-of.ts';

const nothing = z.object({});

export async function showLearning(visit: Visit): Promise<Response> {
  return await learningPage(visit, freshForm(visit.world));
}

/** The mailed link's button: opening a link alone changes nothing, for mail scanners open links too. */
export async function sendProof(visit: Visit): Promise<Response> {
  const { seat, base } = seatAt(visit, 'learning');
  return await submitForm(visit, {
    schema: nothing,
    act: async (_, once) => {
      await proveLearning(visit.world, seat, once);
      return base;
    },
    again: (state) => learningPage(visit, state),
  });
}

export async function sendNewVersion(visit: Visit): Promise<Response> {
  const { seat, base } = seatAt(visit, 'learning');
  return await submitForm(visit, {
    schema: nothing,
    act: async (_, once) => {
      await takeNewVersion(visit.world, seat, once);
      return base;
    },
    again: (state) => learningPage(visit, state),
  });
}

export async function sendCourseFeedback(visit: Visit): Promise<Response> {
  const { seat, base } = seatAt(visit, 'learning');
  return await submitForm(visit, {
    schema: feedbackAnswers,
    act: async (said, once) => {
      await giveCourseFeedback(visit.world, seat, said, once);
      return base;
    },
    again: (state) => learningPage(visit, state),
  });
}

async function readLearning(visit: Visit) {
  const { seat } = seatAt(visit, 'learning');
  return await fromSeat(visit.world, seat, 'learning', async (tx, id) => {
    const learning = await findLearning(tx, id);
    const course = learning && (await findOffered(tx, { versionId: learning.versionId }));
    if (!learning || !course) throw notFound();
    const [certificate] = await listHeld(tx, { learningId: id });
    return { learning, course, certificate, attempts: await listAttempts(tx, id) };
  });
}

async function learningPage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const { base, byLink } = seatAt(visit, 'learning');
  const { attempts, ...seen } = await readLearning(visit);
  return personal(
    visit.show({
      title: saidIn(seen.course.content.title, language, seen.course.sourceLanguage).text,
      body: (
        <LearningPage
          {...frameOf(visit)}
          {...seen}
          {...{ base, byLink, form }}
          progress={progressIn(seen.course.content, attempts)}
        />
      ),
    }),
  );
}

export async function showLearningModule(visit: Visit): Promise<Response> {
  return await learningModulePage(visit, freshForm(visit.world));
}

/** Keeps the answers, then shows them marked. */
export async function sendLearningModule(visit: Visit): Promise<Response> {
  const { seat, base } = seatAt(visit, 'learning');
  const { course } = await readLearning(visit);
  const { module, place } = moduleAt(visit, course.content);
  const { state, once } = await readForm(visit, z.record(z.string(), z.string()));
  const { said, problems } = readAnswers(module, state.answers);
  if (problems.length > 0) {
    visit.refusedWith = 422;
    return await learningModulePage(visit, { ...state, problems });
  }
  await tryModule(visit.world, seat, { moduleId: module.id, said }, once);
  const asked = module.items.some(({ kind }) => kind === 'question');
  return visit.redirect(asked ? `${base}/modules/${place}?marked=yes` : base);
}

async function learningModulePage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const { base } = seatAt(visit, 'learning');
  const { course, attempts, learning } = await readLearning(visit);
  if (!learning.provenAt) return visit.redirect(base);
  const at = moduleAt(visit, course.content);
  const latest = attempts.find(({ moduleId }) => moduleId === at.module.id);
  const marked = visit.query('marked') && form.problems.length === 0 ? latest?.said : undefined;
  const t = words(language);
  return personal(
    visit.show({
      title: saidIn(at.module.title, language, course.sourceLanguage).text || t('course'),
      body: (
        <LearningModulePage
          {...frameOf(visit)}
          {...at}
          {...{ base, course, form, marked }}
          progress={progressIn(course.content, attempts)}
        />
      ),
    }),
  );
}
