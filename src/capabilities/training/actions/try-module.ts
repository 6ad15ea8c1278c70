import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Submission } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { mark, type Said } from '../rules/marking.ts';
import { progressIn } from '../rules/progress.ts';
import { findOffered } from '../store/courses.ts';
import { findLearning, insertAttempt, listAttempts, markLearning } from '../store/learning.ts';
import { actFromSeat, type Seat } from './seat.ts';

/**
 * Keeps what a learner answered, or that they have read a module without questions. With the last module passed the course is
 * completed, and the worker sees to certificate and history.
 * @returns the attempt's id
 */
export async function tryModule(
  world: World,
  seat: Seat,
  { moduleId, said }: { readonly moduleId: string; readonly said: Said },
  once?: Submission,
): Promise<string> {
  return await actFromSeat(
    world,
    seat,
    'learning',
    async (tx, learningId) => {
      const learning = await findLearning(tx, learningId);
      const course = learning && (await findOffered(tx, { versionId: learning.versionId }));
      const module = course?.content.modules.find(({ id }) => id === moduleId);
      if (!learning || !course || !module) throw notFound();
      if (!learning.provenAt) throw new Refusal(because('training:prove-first'), 409);
      const id = world.newId();
      await insertAttempt(tx, { id, learningId, moduleId, said, ...mark(module, said) });
      const attempts = await listAttempts(tx, learningId);
      if (
        progressIn(course.content, attempts).isComplete &&
        (await markLearning(tx, learningId, 'completed'))
      )
        await enqueue(tx, 'training-complete', { learningId });
      return id;
    },
    once,
  );
}
