import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { claimsBankChange } from '../rules/bank-change.ts';
import { type Case, findCase } from '../store/cases.ts';
import { type Attachment, insertAttachments, insertMessage } from '../store/messages.ts';
import { tellAnswered } from './tell-asked.ts';
import { type Follower, writeThroughLink } from './through-link.ts';

export interface Written {
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

/** The requester writes by the secure link. The case wakes by itself (support_desk.after_message). */
export async function writeByLink(
  world: World,
  follower: Follower,
  written: Written,
  once?: Submission,
): Promise<void> {
  await writeThroughLink(
    world,
    follower,
    async (tx, caseId) => {
      const shown = await openedCase(tx, caseId);
      await addCityMessage(tx, world, anonymous, shown, written, shown.requesterName);
      return null;
    },
    once,
  );
}

/** Somebody who acts for the city writes in the portal; which cases there are, row-level security says. */
export async function writeInPortal(
  world: World,
  actor: Actor,
  caseId: string,
  written: Written,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const shown = await openedCase(tx, caseId);
      await addCityMessage(tx, world, actor, shown, written, actor.name);
      return null;
    },
    { once },
  );
}

async function openedCase(tx: Tx, caseId: string): Promise<Case> {
  const shown = await findCase(tx, caseId);
  if (!shown || shown.stage === 'set-aside') throw notFound();
  return shown;
}

export async function addCityMessage(
  tx: Tx,
  world: World,
  actor: Actor,
  to: Case,
  { body, attachments }: Written,
  fromName: string,
): Promise<void> {
  const messageId = world.newId();
  await insertMessage(tx, {
    id: messageId,
    caseId: to.id,
    direction: 'in',
    channel: 'web',
    personId: actor.personId,
    fromName,
    body,
    warnings: claimsBankChange('', body) ? ['bank-change'] : [],
  });
  await insertAttachments(tx, { caseId: to.id, messageId }, attachments);
  await recordAct(tx, world, actor, {
    kind: 'support-desk.city-wrote',
    subject: { kind: 'case', id: to.id },
    cityId: to.cityId,
    details: { reference: to.reference },
  });
  await tellAnswered(tx, world, to);
  await enqueue(tx, 'support-desk-tell-assignee', { caseId: to.id, messageId });
}
