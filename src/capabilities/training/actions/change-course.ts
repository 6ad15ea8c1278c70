import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotTrain } from '../permissions.ts';
import type { Content } from '../rules/content.ts';
import { lockDraft, saveDraft } from '../store/courses.ts';

interface Change {
  readonly courseId: string;
  /** Of the draft that the author saw; absent for moves, which are harmless on any draft. */
  readonly version?: number;
  readonly make: (content: Content) => Content;
  /** What a stale form shows beside what was typed. */
  readonly now?: (content: Content) => Record<string, string>;
}

/** Changes the draft; learners see nothing of it before it is published. @throws Stale when another author was quicker */
export async function changeCourse(
  world: World,
  actor: Actor,
  { courseId, version, make, now }: Change,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTrain(actor), 403);
      const draft = await lockDraft(tx, courseId);
      if (!draft) throw notFound();
      if (version !== undefined && draft.version !== version)
        throw new Stale(now?.(draft.content) ?? {}, draft.version);
      const changed = make(draft.content);
      await saveDraft(tx, courseId, changed, actor.personId);
      await recordAct(tx, world, actor, {
        kind: 'training.course-changed',
        subject: { kind: 'course', id: courseId },
        details: { title: changed.title[changed.sourceLanguage] ?? '' },
      });
    },
    { once },
  );
}
