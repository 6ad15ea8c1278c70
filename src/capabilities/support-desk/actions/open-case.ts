import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc, yearOf } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import type { World } from '../../../world.ts';
import { claimsBankChange } from '../rules/bank-change.ts';
import type { NewCase } from '../rules/case.ts';
import { answerDueOn } from '../rules/due.ts';
import { insertCase, nextReference } from '../store/cases.ts';
import { type Attachment, insertAttachments, insertMessage } from '../store/messages.ts';
import { acknowledgement, postLetter } from './letters.ts';
import { prepareLink } from './secure-links.ts';

export interface Opening extends NewCase {
  readonly channel: 'web' | 'mail';
  readonly body: string;
  readonly attachments: readonly Attachment[];
  /** Of the mail it came by. */
  readonly messageId?: string | null;
  readonly rawMailId?: string | null;
  /** What it is filed under besides its topic, as words joined by hyphens. */
  readonly tag?: string;
}

export interface Opened {
  readonly caseId: string;
  readonly reference: string;
}

/**
 * A question becomes a case: numbered, due, acknowledged by a mail with its secure link, all in the caller's transaction.
 * Announces `case-opened` with `{caseId, reference, cityId, topic}`.
 */
export async function openCase(tx: Tx, world: World, actor: Actor, opening: Opening): Promise<Opened> {
  const caseId = world.newId();
  const today = dayInUtc(world.now());
  const reference = await nextReference(tx, yearOf(today));
  const dueOn = answerDueOn(opening.urgency, today);
  await insertCase(tx, { ...opening, id: caseId, reference, dueOn });
  const messageId = world.newId();
  await insertMessage(tx, {
    id: messageId,
    caseId,
    direction: 'in',
    channel: opening.channel,
    personId: actor.personId,
    fromName: opening.requesterName,
    fromAddress: opening.requesterEmail.toLowerCase(),
    body: opening.body,
    messageId: opening.messageId ?? null,
    rawMailId: opening.rawMailId ?? null,
    warnings: claimsBankChange(opening.subject, opening.body) ? ['bank-change'] : [],
  });
  await insertAttachments(tx, { caseId, messageId }, opening.attachments);
  await acknowledge(tx, world, { ...opening, caseId, reference, dueOn });
  await recordAct(tx, world, actor, {
    kind: 'support-desk.case-opened',
    subject: { kind: 'case', id: caseId },
    cityId: opening.cityId,
    details: { reference, channel: opening.channel },
  });
  await announce(tx, world, {
    kind: 'case-opened',
    payload: { caseId, reference, cityId: opening.cityId, topic: opening.topic },
  });
  return { caseId, reference };
}

async function acknowledge(
  tx: Tx,
  world: World,
  to: Opening & Opened & { readonly dueOn: Parameters<typeof acknowledgement>[2] },
): Promise<void> {
  const link = prepareLink(world, { caseId: to.caseId, audience: 'requester', language: to.language });
  const text = acknowledgement(to.language, to.reference, to.dueOn);
  const messageId = await postLetter(tx, world, to, {
    text,
    link: link.address,
    inReplyTo: to.messageId ?? null,
  });
  await insertMessage(tx, {
    id: world.newId(),
    caseId: to.caseId,
    direction: 'out',
    channel: 'mail',
    automatic: true,
    fromName: 'Mayors Migration Council',
    body: text,
    messageId,
  });
  await link.store(tx);
}
