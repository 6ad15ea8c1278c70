import type { Actor } from '../../../kernel/actor.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { lockApplication } from '../store/applications.ts';
import { signedInApplicant } from './applicant.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

/** One act of a signed-in person on an application of their city, under its lock. */
export async function withApplication<T>(
  world: World,
  actor: Actor,
  applicationId: string,
  work: (tx: Tx, open: OpenApplication) => Promise<T>,
  once?: Submission,
): Promise<T> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      if (!(await lockApplication(tx, applicationId))) throw notFound();
      return await work(tx, await openApplication(tx, signedInApplicant(actor), undefined, applicationId));
    },
    { once },
  );
}
