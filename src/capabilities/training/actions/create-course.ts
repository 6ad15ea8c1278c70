import type { Actor } from '../../../kernel/actor.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotTrain } from '../permissions.ts';
import type { Content } from '../rules/content.ts';
import { slugFrom } from '../rules/slug.ts';
import { insertCourse, isSlugTaken } from '../store/courses.ts';

/** Begins a course that only its authors see. @returns its id */
export async function createCourse(
  world: World,
  actor: Actor,
  content: Content,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTrain(actor), 403);
      const id = world.newId();
      const title = content.title[content.sourceLanguage] ?? '';
      const plain = slugFrom(title, `course-${id.slice(-12)}`);
      const slug = (await isSlugTaken(tx, plain)) ? `${plain}-${id.slice(-6)}` : plain;
      await insertCourse(tx, { id, slug, content }, actor.personId);
      await recordAct(tx, world, actor, {
        kind: 'training.course-created',
        subject: { kind: 'course', id },
        details: { title },
      });
      return id;
    },
    { once },
  );
}
