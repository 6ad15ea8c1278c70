import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { cityName, findCity } from '../../city-registry/index.ts';
import { words } from '../messages/index.ts';
import { whyNotMove } from '../permissions.ts';
import { remindAfterDays } from '../rules/due.ts';
import { type Sharer, sharedOf } from '../rules/sharing.ts';
import { type Case, changeCase, markStage } from '../store/cases.ts';
import { findOrganisation } from '../store/desk-people.ts';
import { listAttachments, listThread } from '../store/messages.ts';
import {
  insertPartnerReply,
  insertPartnerRequest,
  listConsents,
  listPartnerRequests,
  type PartnerRequest,
} from '../store/partners.ts';
import { changeByDesk } from './change-case.ts';
import type { OnCase } from './locked-case.ts';
import { deskAddress } from './letters.ts';
import { linkFor } from './secure-links.ts';
import { type Follower, writeThroughLink } from './through-link.ts';

export interface PartnerAsked extends OnCase {
  readonly organisationId: string;
  readonly contactEmail: string;
  readonly language: Language;
  readonly question: string;
}

/** Asks a partner for help, showing it what the city agreed to share with it, as it stands now, and nothing else. */
export async function askPartner(
  world: World,
  actor: Actor,
  asked: PartnerAsked,
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    if (found.stage !== 'waiting-partner') refuseIf(whyNotMove(actor, found, 'ask-partner'));
    const organisation = await findOrganisation(tx, asked.organisationId);
    if (!organisation || !actor.personId) throw notFound();
    const consent = (await listConsents(tx, found.id)).find(
      ({ organisationId }) => organisationId === asked.organisationId,
    );
    if (!consent?.agreed?.length)
      throw Object.assign(new Refusal(because('support-desk:no-consent')), { field: 'organisation' });
    const requestId = world.newId();
    const shared = sharedOf(await allOf(tx, found, asked.language), consent.agreed);
    await insertPartnerRequest(tx, {
      ...asked,
      id: requestId,
      caseId: found.id,
      shared,
      askedBy: actor.personId,
    });
    const link = await linkFor(tx, world, {
      caseId: found.id,
      audience: 'partner',
      language: asked.language,
      partnerRequestId: requestId,
    });
    const t = words(asked.language);
    await post(tx, world, {
      to: asked.contactEmail,
      language: asked.language,
      subject: t('mail.partner-subject'),
      replyTo: deskAddress(world),
      body: [
        t('mail.partner-lead'),
        asked.question,
        `${t('mail.partner-link')}\n${link}`,
        t('mail.signature'),
      ].join('\n\n'),
    });
    const remindOn = addDays(dayInUtc(world.now()), remindAfterDays);
    if (found.stage === 'waiting-partner')
      await changeCase(tx, found.id, { remind_on: remindOn, reminded: 0 });
    else await markStage(tx, found.id, 'waiting-partner', world.now(), { remind_on: remindOn });
    return { kind: 'support-desk.partner-asked', details: { organisation: organisation.name.en } };
  });
}

async function allOf(tx: Tx, found: Case, language: Language): Promise<Sharer> {
  const city = found.cityId === null ? undefined : await findCity(tx, found.cityId);
  const [first] = (await listThread(tx, [found.id], 1000)).filter(
    ({ direction, keptApart }) => direction === 'in' && !keptApart,
  );
  return {
    topic: found.topic,
    cityName: city ? cityName(language, city) : null,
    question: `${found.subject}\n\n${first?.body ?? ''}`.trim(),
    name: found.requesterName,
    role: found.requesterRole,
    email: found.requesterEmail,
    documents: await listAttachments(tx, found.id),
  };
}

export interface PartnerAnswer {
  readonly from: string;
  readonly body: string;
}

export async function answerByLink(
  world: World,
  follower: Follower,
  answer: PartnerAnswer,
  once?: Submission,
): Promise<void> {
  await writeThroughLink(
    world,
    follower,
    (tx, requestId) => addAnswer(tx, world, anonymous, requestId, answer),
    once,
  );
}

/** Somebody with the role of partner answers for their organisation; which requests there are, row-level security says. */
export async function answerInPortal(
  world: World,
  actor: Actor,
  requestId: string,
  body: string,
  once?: Submission,
): Promise<void> {
  await atomically(world, actor, (tx) => addAnswer(tx, world, actor, requestId, { body, from: actor.name }), {
    once,
  });
}

async function addAnswer(
  tx: Tx,
  world: World,
  actor: Actor,
  requestId: string,
  { from, body }: PartnerAnswer,
): Promise<null> {
  const [request]: (PartnerRequest | undefined)[] = await listPartnerRequests(tx, { id: requestId });
  if (!request) throw notFound();
  await insertPartnerReply(tx, { id: world.newId(), requestId, personId: actor.personId, from, body });
  await recordAct(tx, world, actor, {
    kind: 'support-desk.partner-answered',
    subject: { kind: 'case', id: request.caseId },
    details: { organisation: request.organisation.en },
  });
  return null;
}
