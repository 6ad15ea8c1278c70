import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { notFound, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { whyNotSend } from '../permissions.ts';
import { findBulletin, insertBulletin, markSent } from '../store/bulletins.ts';
import type { BulletinTexts } from '../store/record.ts';
import { lockedAlive, lockedResponse } from './locked-response.ts';

interface Drafted {
  readonly responseId: string;
  readonly texts: BulletinTexts;
  readonly firstLanguage: Language;
}

/** Written by one; it waits for another to send it. */
export async function draftBulletin(
  world: World,
  actor: Actor,
  drafted: Drafted,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      await lockedAlive(tx, actor, drafted.responseId);
      const id = world.newId();
      await insertBulletin(tx, { ...drafted, id, draftedBy: actor.personId ?? '' });
      await recordAct(tx, world, actor, {
        kind: 'emergency.update-drafted',
        subject: { kind: 'emergency', id: drafted.responseId },
        details: { subject: drafted.texts[drafted.firstLanguage]?.subject ?? '' },
      });
      return id;
    },
    { once },
  );
}

/** Sent by another than its writer, as it was read: to each reader by the worker, and onto the page. */
export async function sendBulletin(
  world: World,
  actor: Actor,
  sent: { readonly id: string; readonly version: number },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const known = await findBulletin(tx, sent.id);
      if (!known) throw notFound();
      await lockedResponse(tx, actor, known.responseId);
      refuseIf(whyNotSend(actor, known));
      const held = await findBulletin(tx, sent.id, true);
      if (!held) throw notFound();
      if (held.version !== sent.version) throw new Stale({}, held.version);
      await markSent(tx, held.id, actor.personId ?? '', world.now());
      await recordAct(tx, world, actor, {
        kind: 'emergency.update-sent',
        subject: { kind: 'emergency', id: held.responseId },
        details: { subject: held.texts[held.firstLanguage]?.subject ?? '' },
      });
      await enqueue(tx, 'emergency-deliver-update', { bulletinId: held.id });
    },
    { once },
  );
}
