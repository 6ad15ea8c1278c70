import { anonymous } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { referencesIn } from '../rules/reference.ts';
import { findCaseByReference } from '../store/cases.ts';
import { postLetter } from './letters.ts';
import { linkFor } from './secure-links.ts';
import { countStranger } from './strangers.ts';

/**
 * Somebody has lost their link. Here it is only noted: whether reference and address belong together, the worker finds out later,
 * so neither the answer nor its time can tell.
 */
export async function askForLink(
  world: World,
  asked: { readonly reference: string; readonly email: string; readonly language: Language },
  network: string,
  once?: Submission,
): Promise<void> {
  await countStranger(world, 'find', network);
  await atomically(
    world,
    anonymous,
    async (tx) => {
      await enqueue(tx, 'support-desk-send-link', { ...asked });
      return null;
    },
    { once },
  );
}

/** By the worker: mails the link when the two belong together; else nothing happens. */
export async function sendLink(world: World, payload: Readonly<Record<string, unknown>>): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    const found = await findCaseByReference(tx, referencesIn(String(payload['reference'])));
    if (!found || found.requesterEmail !== String(payload['email']).toLowerCase()) return;
    const link = await linkFor(tx, world, {
      caseId: found.id,
      audience: 'requester',
      language: found.language,
    });
    await postLetter(tx, world, found, { text: words(found.language)('mail.link-again'), link });
  });
}
