import { inEachLanguage } from '../../../kernel/local-text.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { post } from '../../../platform/mail/outbox.ts';
import { hashToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import type { Activity } from '../rules/activity.ts';
import { addAsk } from '../store/asks.ts';
import { insertInvitation } from '../store/invitations.ts';
import { insertRecipient } from '../store/recipients.ts';
import { letterEnd } from './letter-words.ts';
import { tokenFor } from './link-token.ts';
import type { Plan } from './plan-invitations.ts';

interface Sending {
  readonly activity: Activity;
  readonly plan: Plan;
  readonly batchId: string;
  readonly exceptionId: string | null;
  /** Who invites, when it is not who acts: the director consents, the colleague who asked invites. */
  readonly onBehalfOf?: string;
}

/** Writes the invitation, its ask and its letters. False when the city was invited before: nothing is sent then. */
export async function sendInvitation(tx: Tx, world: World, actor: Actor, sending: Sending): Promise<boolean> {
  const { activity, plan } = sending;
  const id = world.newId();
  const [first] = plan.letters;
  if (!first) return false;
  const written = await insertInvitation(tx, {
    id,
    activityId: activity.id,
    cityId: plan.city.id,
    batchId: sending.batchId,
    language: first.language,
    subject: first.subject,
    body: first.body,
    exceptionId: sending.exceptionId,
    invitedBy: actor.personId,
    invitedByName: sending.onBehalfOf ?? actor.name,
  });
  if (!written) return false;
  await addAsk(tx, {
    id: world.newId(),
    cityId: plan.city.id,
    askedBy: 'programme',
    record: `invitation ${id}`,
    kind: 'invitation',
    what: inEachLanguage((language) =>
      words(language)('ask-of-invitation', { title: activity.title[language] }),
    ),
    path: `/portal/cities/${plan.city.id}/invitations/${id}`,
    askedOn: dayInUtc(world.now()),
    dueOn: activity.closesOn,
  });
  await sendLetters(tx, world, id, plan);
  await recordAct(tx, world, actor, {
    kind: 'programme.city-invited',
    subject: { kind: 'activity', id: activity.id },
    cityId: plan.city.id,
    details: { city: plan.city.name, title: activity.title.en },
  });
  return true;
}

async function sendLetters(tx: Tx, world: World, invitationId: string, plan: Plan): Promise<void> {
  for (const [index, contact] of plan.contacts.entries()) {
    const letter = plan.letters[index];
    if (!letter) continue;
    const id = world.newId();
    const token = tokenFor(world, id);
    await insertRecipient(tx, { ...contact, id, invitationId, tokenHash: hashToken(token) });
    await post(tx, world, {
      to: contact.email,
      personId: contact.personId,
      language: letter.language,
      subject: letter.subject,
      body: `${letter.body}\n\n${letterEnd(letter.language, linkOf(world, letter.language, token))}`,
    });
  }
}

export function linkOf(world: World, language: Plan['letters'][number]['language'], token: string): string {
  return `${world.config.publicUrl}${localPath(language, `/programme/invitations/${token}`)}`;
}
