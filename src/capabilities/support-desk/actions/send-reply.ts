import type { Actor } from '../../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { remindAfterDays } from '../rules/due.ts';
import { canMove, isAlive } from '../rules/stages.ts';
import { type Case, changeCase, listMergedCases, markStage } from '../store/cases.ts';
import { type Attachment, findLastMessage, insertAttachments, insertMessage } from '../store/messages.ts';
import { postLetter } from './letters.ts';
import { linkFor } from './secure-links.ts';
import { tellAnswered, tellAsked } from './tell-asked.ts';

export interface Reply {
  readonly body: string;
  readonly channel: 'web' | 'mail';
  readonly attachments: readonly Attachment[];
  /** Does the desk now wait for the city? */
  readonly next: 'open' | 'waiting-city';
  /** Also to those whose questions were merged into this one. */
  readonly alsoMerged: boolean;
  /** Of the mail by which somebody of the desk replied. */
  readonly rawMailId?: string | null;
}

/** Sends the desk's words to the city by mail and puts them in its thread; whoever replies first has the case. */
export async function sendReply(tx: Tx, world: World, actor: Actor, to: Case, reply: Reply): Promise<void> {
  await sendOne(tx, world, actor, to, reply);
  if (reply.alsoMerged) {
    const known = new Set([to.requesterEmail]);
    for (const merged of await listMergedCases(tx, to.id)) {
      if (known.has(merged.requesterEmail)) continue;
      known.add(merged.requesterEmail);
      await sendOne(tx, world, actor, merged, { ...reply, attachments: [] });
    }
  }
  const assigned = to.assigneeId === null && actor.personId ? { assignee_id: actor.personId } : {};
  const now = world.now();
  if (reply.next === 'waiting-city' && isAlive(to.stage)) {
    const remindOn = addDays(dayInUtc(now), remindAfterDays);
    if (canMove(to.stage, 'ask-city', 'desk'))
      await markStage(tx, to.id, 'waiting-city', now, { ...assigned, remind_on: remindOn });
    else await changeCase(tx, to.id, { ...assigned, remind_on: remindOn, reminded: 0 });
    await tellAsked(tx, world, to, remindOn);
  } else if (canMove(to.stage, 'take', 'desk') || canMove(to.stage, 'go-on', 'desk')) {
    await markStage(tx, to.id, 'open', now, assigned);
    await tellAnswered(tx, world, to);
  } else if (assigned.assignee_id) await changeCase(tx, to.id, assigned);
  await recordAct(tx, world, actor, {
    kind: 'support-desk.replied',
    subject: { kind: 'case', id: to.id },
    cityId: to.cityId,
    details: { reference: to.reference },
  });
}

async function sendOne(tx: Tx, world: World, actor: Actor, to: Case, reply: Reply): Promise<void> {
  const link = await linkFor(tx, world, { caseId: to.id, audience: 'requester', language: to.language });
  const answered = await findLastMessage(tx, to.id, 'in');
  const mailId = await postLetter(tx, world, to, {
    text: reply.body,
    link,
    inReplyTo: answered?.messageId ?? null,
  });
  const messageId = world.newId();
  await insertMessage(tx, {
    id: messageId,
    caseId: to.id,
    direction: 'out',
    channel: reply.channel,
    personId: actor.personId,
    fromName: actor.name,
    body: reply.body,
    messageId: mailId,
    rawMailId: reply.rawMailId ?? null,
  });
  await insertAttachments(tx, { caseId: to.id, messageId }, reply.attachments);
}
