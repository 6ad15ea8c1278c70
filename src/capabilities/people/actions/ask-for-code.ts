import { anonymous } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { insertAskedCode } from '../store/mailed-codes.ts';
import { countAttempt } from './attempt.ts';
import type { Browser } from './browser.ts';

/**
 * Somebody asks for a code by mail. Here it is only noted: whether the address is anybody's, the worker finds out later,
 * so neither the answer nor its time can tell.
 * @returns the id under which the code may be typed
 */
export async function askForCode(
  world: World,
  asked: { readonly email: string; readonly language: Language },
  browser: Browser,
  once?: Submission,
): Promise<string> {
  await countAttempt(world, 'code-request', asked.email, browser.network);
  return await atomically(
    world,
    anonymous,
    async (tx) => {
      const codeId = world.newId();
      await insertAskedCode(tx, codeId);
      await enqueue(tx, 'mail-sign-in-code', {
        codeId,
        address: asked.email.toLowerCase(),
        language: asked.language,
      });
      return codeId;
    },
    { once },
  );
}
