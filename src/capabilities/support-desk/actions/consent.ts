import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotMove } from '../permissions.ts';
import { remindAfterDays } from '../rules/due.ts';
import { type Shareable, shareables } from '../rules/sharing.ts';
import { changeCase, findCase, markStage } from '../store/cases.ts';
import { findOrganisation } from '../store/desk-people.ts';
import { insertMessage } from '../store/messages.ts';
import { insertConsent, listConsents } from '../store/partners.ts';
import { changeByDesk } from './change-case.ts';
import { postLetter } from './letters.ts';
import type { OnCase } from './locked-case.ts';
import { linkFor } from './secure-links.ts';
import { tellAsked } from './tell-asked.ts';
import { type Follower, writeThroughLink } from './through-link.ts';

/** Asks the city what of its case may be shown to a partner. Until it answers, nothing may. */
export async function askForConsent(
  world: World,
  actor: Actor,
  asked: OnCase & { readonly organisationId: string; readonly fields: readonly Shareable[] },
  once?: Submission,
): Promise<void> {
  await changeByDesk(world, actor, asked, once, async (tx, found) => {
    if (found.stage !== 'waiting-city') refuseIf(whyNotMove(actor, found, 'ask-city'));
    const organisation = await findOrganisation(tx, asked.organisationId);
    if (!organisation) throw notFound();
    if (asked.fields.length === 0)
      throw Object.assign(new Refusal(because('platform:choose-one')), { field: 'fields' });
    await insertConsent(tx, {
      id: world.newId(),
      caseId: found.id,
      organisationId: organisation.id,
      asked: asked.fields,
      agreed: null,
      personId: actor.personId,
    });
    const text = words(found.language)('mail.consent', { organisation: organisation.name[found.language] });
    const link = await linkFor(tx, world, {
      caseId: found.id,
      audience: 'requester',
      language: found.language,
    });
    const messageId = await postLetter(tx, world, found, { text, link });
    await insertMessage(tx, {
      id: world.newId(),
      caseId: found.id,
      direction: 'out',
      channel: 'web',
      personId: actor.personId,
      fromName: actor.name,
      body: text,
      messageId,
    });
    const remindOn = addDays(dayInUtc(world.now()), remindAfterDays);
    if (found.stage === 'waiting-city') await changeCase(tx, found.id, { remind_on: remindOn, reminded: 0 });
    else await markStage(tx, found.id, 'waiting-city', world.now(), { remind_on: remindOn });
    await tellAsked(tx, world, found, remindOn);
    return { kind: 'support-desk.consent-asked', details: { organisation: organisation.name.en } };
  });
}

export interface ConsentGiven {
  readonly organisationId: string;
  readonly agreed: readonly Shareable[];
}

export async function giveConsentByLink(
  world: World,
  follower: Follower,
  given: ConsentGiven,
  language: Language,
  once?: Submission,
): Promise<void> {
  await writeThroughLink(
    world,
    follower,
    (tx, caseId) => recordConsent(tx, world, anonymous, caseId, given, language),
    once,
  );
}

export async function giveConsentInPortal(
  world: World,
  actor: Actor,
  caseId: string,
  given: ConsentGiven,
  language: Language,
  once?: Submission,
): Promise<void> {
  await atomically(world, actor, (tx) => recordConsent(tx, world, actor, caseId, given, language), { once });
}

/** What the city agrees to, never more than was asked. It stands in the thread as well, in its own words. */
async function recordConsent(
  tx: Tx,
  world: World,
  actor: Actor,
  caseId: string,
  given: ConsentGiven,
  language: Language,
): Promise<null> {
  const found = await findCase(tx, caseId);
  const asked = (await listConsents(tx, caseId)).find(
    ({ organisationId }) => organisationId === given.organisationId,
  );
  if (!found || !asked) throw notFound();
  const agreed = shareables.filter((field) => asked.asked.includes(field) && given.agreed.includes(field));
  await insertConsent(tx, {
    id: world.newId(),
    caseId,
    organisationId: given.organisationId,
    asked: asked.asked,
    agreed,
    personId: actor.personId,
  });
  const t = words(language);
  const list = agreed.map((field) => t(`share.${field}`)).join(', ');
  const organisation = asked.organisation[language];
  await insertMessage(tx, {
    id: world.newId(),
    caseId,
    direction: 'in',
    channel: 'web',
    personId: actor.personId,
    fromName: actor.personId ? actor.name : found.requesterName,
    body:
      agreed.length > 0 ? t('consent.given', { organisation, list }) : t('consent.refused', { organisation }),
  });
  await recordAct(tx, world, actor, {
    kind: 'support-desk.consent-given',
    subject: { kind: 'case', id: caseId },
    cityId: found.cityId,
    details: { organisation: asked.organisation.en, n: agreed.length },
  });
  return null;
}
