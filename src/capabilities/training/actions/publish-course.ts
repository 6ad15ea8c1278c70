import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotTrain } from '../permissions.ts';
import { whyNotPublishable } from '../rules/publishable.ts';
import { insertVersion, lockDraft, markCourse } from '../store/courses.ts';
import { tellOfCourse } from './tell-programme.ts';

/** Puts the draft out as the next version. Whoever started an earlier one stays on it. @returns the number */
export async function publishCourse(
  world: World,
  actor: Actor,
  { courseId, whatChanged }: { readonly courseId: string; readonly whatChanged: string | null },
  once?: Submission,
): Promise<number> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTrain(actor), 403);
      const draft = await lockDraft(tx, courseId);
      if (!draft) throw notFound();
      refuseIf(whyNotPublishable(draft.content)[0], 409);
      const number = (draft.currentVersion ?? 0) + 1;
      await insertVersion(
        tx,
        { id: world.newId(), courseId, number, content: draft.content, whatChanged },
        actor.personId,
      );
      await recordAct(tx, world, actor, {
        kind: 'training.course-published',
        subject: { kind: 'course', id: courseId },
        details: { title: draft.content.title[draft.sourceLanguage] ?? '', number },
      });
      await tellOfCourse(tx, world, draft, number === 1 || draft.stage === 'closed' ? 'opened' : 'changed');
      return number;
    },
    { once },
  );
}

/** Takes a course from the catalogue, or brings it back. Its pages stay readable and learners may finish. */
export async function closeCourse(
  world: World,
  actor: Actor,
  { courseId, to }: { readonly courseId: string; readonly to: 'open' | 'closed' },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTrain(actor), 403);
      const draft = await lockDraft(tx, courseId);
      if (!draft) throw notFound();
      if (draft.stage === 'draft' || draft.stage === to)
        throw new Refusal(because('training:not-so-any-more'), 409);
      await markCourse(tx, courseId, to);
      await recordAct(tx, world, actor, {
        kind: to === 'closed' ? 'training.course-closed' : 'training.course-reopened',
        subject: { kind: 'course', id: courseId },
        details: { title: draft.content.title[draft.sourceLanguage] ?? '' },
      });
      await tellOfCourse(tx, world, draft, to === 'closed' ? 'closed' : 'opened');
    },
    { once },
  );
}
