import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { claimsBankChange } from '../rules/bank-change.ts';
import { guessLanguage } from '../rules/guess-language.ts';
import { whyIgnore } from '../rules/ignored-mail.ts';
import { referencesIn } from '../rules/reference.ts';
import { type Case, findCase, findCaseByReference, lockCase } from '../store/cases.ts';
import { type Attachment, insertAttachments, insertMessage } from '../store/messages.ts';
import { countLately, settleRawMail } from '../store/raw-mail.ts';
import {
  findCaseOfMessageIds,
  findStaffNotice,
  isKnownAddress,
  isKnownMessageId,
} from '../store/threading.ts';
import { openCase } from './open-case.ts';
import type { ReadableMail } from './parse-mail.ts';
import { sendReply } from './send-reply.ts';
import { tellAnswered } from './tell-asked.ts';

/** A mail that could be read finds its place: ignored, the desk's own reply, a thread, kept apart in one, or a case of its own. */
export async function fileReadable(
  tx: Tx,
  world: World,
  rawMailId: string,
  mail: ReadableMail,
  attachments: readonly Attachment[],
): Promise<void> {
  const { from, messageId, subject } = mail.head;
  const settle = (settled: Partial<Parameters<typeof settleRawMail>[2]>) =>
    settleRawMail(tx, rawMailId, { state: 'filed', fromAddress: from, subject, ...settled }, world.now());

  const lately = await countLately(tx, from, rawMailId);
  const ignored = whyIgnore(mail.head, { ...ourselves(world), lately });
  if (ignored === 'too-many') return await settle({ state: 'needs-look', reason: 'too-many' });
  if (ignored) return await settle({ state: 'ignored', reason: ignored });
  if (messageId !== null && (await isKnownMessageId(tx, messageId)))
    return await settle({ state: 'ignored', reason: 'twice' });

  const notice = await findStaffNotice(tx, mail.answers, from);
  if (notice) {
    const to = await lockCase(tx, notice.caseId);
    if (!to || to.stage === 'merged' || to.stage === 'set-aside')
      return await settle({ state: 'needs-look', reason: 'refused' });
    const replying: Actor = { ...anonymous, personId: notice.personId, name: notice.name };
    await sendReply(tx, world, replying, to, {
      body: mail.body,
      channel: 'mail',
      attachments,
      next: 'open',
      alsoMerged: false,
      rawMailId,
    });
    return await settle({ caseId: to.id });
  }

  const thread = await findThread(tx, mail);
  if (thread) {
    await addMailToThread(tx, world, thread, rawMailId, mail, attachments);
    return await settle({ caseId: thread.id });
  }

  const language = guessLanguage(`${subject}\n${mail.body}`);
  const opened = await openCase(tx, world, systemActor, {
    cityId: null,
    requesterName: mail.fromName,
    requesterEmail: from,
    requesterRole: '',
    topic: 'other',
    subject: subject || words(language)('no-subject'),
    language,
    urgency: 'normal',
    channel: 'mail',
    body: mail.body,
    attachments,
    messageId,
    rawMailId,
  });
  await settle({ caseId: opened.caseId });
}

/** By the mails it answers, else by a reference in its subject. In a merged case it stays in its own thread and wakes the other. */
async function findThread(tx: Tx, mail: ReadableMail): Promise<Case | undefined> {
  const byId = await findCaseOfMessageIds(tx, mail.answers);
  return byId === undefined
    ? await findCaseByReference(tx, referencesIn(mail.head.subject))
    : await findCase(tx, byId);
}

async function addMailToThread(
  tx: Tx,
  world: World,
  to: Case,
  rawMailId: string,
  mail: ReadableMail,
  attachments: readonly Attachment[],
): Promise<void> {
  const messageId = world.newId();
  const keptApart = !(await isKnownAddress(tx, to.id, mail.head.from));
  await insertMessage(tx, {
    id: messageId,
    caseId: to.id,
    direction: 'in',
    channel: 'mail',
    fromName: mail.fromName,
    fromAddress: mail.head.from,
    body: mail.body,
    messageId: mail.head.messageId,
    rawMailId,
    keptApart,
    warnings: claimsBankChange(mail.head.subject, mail.body) ? ['bank-change'] : [],
  });
  await insertAttachments(tx, { caseId: to.id, messageId }, attachments);
  await recordAct(tx, world, systemActor, {
    kind: keptApart ? 'support-desk.kept-apart' : 'support-desk.city-wrote',
    subject: { kind: 'case', id: to.id },
    cityId: to.cityId,
    details: { reference: to.reference },
  });
  if (!keptApart) await tellAnswered(tx, world, to);
  await enqueue(tx, 'support-desk-tell-assignee', { caseId: to.id, messageId });
}

function ourselves({ config }: World): { ourHost: string; ourAddresses: string[] } {
  const ourHost = new URL(config.publicUrl).hostname;
  const addresses = [
    config.mailUrl && new URL(config.mailUrl).searchParams.get('from'),
    config.mailInUrl && decodeURIComponent(new URL(config.mailInUrl).username),
  ];
  return {
    ourHost,
    ourAddresses: [
      `no-reply@${ourHost}`,
      ...addresses.flatMap((address) => (address?.includes('@') ? [address.toLowerCase()] : [])),
    ],
  };
}
