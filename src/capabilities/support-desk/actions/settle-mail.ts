import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotDesk } from '../permissions.ts';
import { lockTrayMail, settleRawMail } from '../store/raw-mail.ts';
import { openCase } from './open-case.ts';

/** What somebody read in a mail that the platform could not. */
export interface TrayReading {
  readonly rawMailId: string;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly language: Language;
  readonly body: string;
}

/** A mail of the tray becomes a case, in the words of whoever looked at it. @returns the case's id */
export async function openFromTray(
  world: World,
  actor: Actor,
  read: TrayReading,
  once?: Submission,
): Promise<string> {
  refuseIf(whyNotDesk(actor), 403);
  return await atomically(
    world,
    actor,
    async (tx) => {
      await lockUnsettled(tx, read.rawMailId);
      const { caseId } = await openCase(tx, world, actor, {
        cityId: null,
        requesterName: read.name,
        requesterEmail: read.email,
        requesterRole: '',
        topic: 'other',
        subject: read.subject,
        language: read.language,
        urgency: 'normal',
        channel: 'mail',
        body: read.body,
        attachments: [],
        rawMailId: read.rawMailId,
      });
      await settleRawMail(
        tx,
        read.rawMailId,
        { state: 'looked-at', caseId, by: actor.personId },
        world.now(),
      );
      return caseId;
    },
    { once },
  );
}

/** Somebody looked and there is nothing to do. The mail stays kept. */
export async function putAway(
  world: World,
  actor: Actor,
  asked: { readonly rawMailId: string; readonly reason: string },
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotDesk(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      await lockUnsettled(tx, asked.rawMailId);
      await settleRawMail(
        tx,
        asked.rawMailId,
        { state: 'looked-at', reason: asked.reason, by: actor.personId },
        world.now(),
      );
      await recordAct(tx, world, actor, {
        kind: 'support-desk.mail-put-away',
        subject: { kind: 'mail', id: asked.rawMailId },
        details: { reason: asked.reason },
      });
      return null;
    },
    { once },
  );
}

async function lockUnsettled(tx: Parameters<typeof lockTrayMail>[0], id: string): Promise<void> {
  const mail = await lockTrayMail(tx, id);
  if (!mail) throw notFound();
  if (mail.state === 'filed' || mail.state === 'looked-at')
    throw new Refusal(because('support-desk:looked-at-already'), 409);
}
