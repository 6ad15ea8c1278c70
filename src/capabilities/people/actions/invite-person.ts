import { type Actor, hasRole } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotInvite } from '../permissions.ts';
import { findAccount, insertAccount, lockAccount, markInvited } from '../store/accounts.ts';
import { getContact, insertAddress, insertPerson } from '../store/persons.ts';

const invitationDays = 14;

export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000);
}

/** A new person with an account and no role. The mail holds no key: they ask for a code to the same address. */
export async function invitePerson(
  world: World,
  actor: Actor,
  input: { readonly name: string; readonly email: string; readonly language: Language },
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotInvite(actor, world.now()), 403);
      const personId = world.newId();
      await insertPerson(tx, { id: personId, name: input.name, language: input.language });
      if (!(await insertAddress(tx, personId, input.email.toLowerCase())))
        throw Object.assign(new Refusal(because('people:email-known')), { field: 'email' });
      const invitedUntil = invitationEnd(world.now());
      await insertAccount(tx, { personId, invitedUntil, invitedBy: actor.personId });
      await mailInvitation(tx, world, actor, personId, invitedUntil);
      return personId;
    },
    { once },
  );
}

/** Opens the door again for who has not come in, or has lost every way in. Those who have one keep it: nothing changes for them. */
export async function inviteAgain(world: World, actor: Actor, personId: string): Promise<void> {
  await atomically(world, actor, async (tx) => {
    refuseIf(whyNotInvite(actor, world.now()), 403);
    if (personId === actor.personId) throw new Refusal(because('platform:permission-missing'), 403);
    await lockAccount(tx, personId);
    if (!(await findAccount(tx, personId))) throw notFound();
    const invitedUntil = invitationEnd(world.now());
    await markInvited(tx, personId, invitedUntil, actor.personId);
    await mailInvitation(tx, world, actor, personId, invitedUntil);
  });
}

/**
 * Brings in somebody whose address is proven and whose mandate was verified, in the caller's transaction: a person with that
 * address gets an open door, nobody yet becomes a person. The database lets only what the request says.
 */
export async function inviteOnMandate(
  tx: Tx,
  world: World,
  actor: Actor,
  invited: {
    readonly personId: string;
    readonly isNew: boolean;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  },
): Promise<void> {
  const { personId, isNew, name, email, language } = invited;
  if (!hasRole(actor, 'staff-support', 'director'))
    throw new Refusal(because('platform:permission-missing'), 403);
  await lockAccount(tx, personId);
  const invitedUntil = invitationEnd(world.now());
  if (isNew) {
    await insertPerson(tx, { id: personId, name, language });
    if (!(await insertAddress(tx, personId, email.toLowerCase())))
      throw new Refusal(because('people:email-known'));
  }
  const account = await findAccount(tx, personId);
  if (!account) await insertAccount(tx, { personId, invitedUntil, invitedBy: actor.personId });
  else if (account.suspendedAt) throw new Refusal(because('people:is-suspended'));
  else if (account.invitedUntil === null || account.invitedUntil > world.now()) return;
  else await markInvited(tx, personId, invitedUntil, actor.personId);
  await mailInvitation(tx, world, actor, personId, invitedUntil);
}

async function mailInvitation(
  tx: Tx,
  world: World,
  actor: Actor,
  personId: string,
  invitedUntil: Date,
): Promise<void> {
  const { name, language, addresses } = await getContact(tx, personId);
  const [to] = addresses;
  if (!to) throw new Refusal(because('people:address-missing'));
  const t = words(language);
  const values = {
    inviter: actor.name,
    address: world.config.publicUrl + localPath(language, '/sign-in/code'),
    until: formatDate(language, dayInUtc(invitedUntil)),
  };
  const body = [t('mail-hello', { name }), t('mail-invitation', values)].join('\n\n');
  await post(tx, world, { to, personId, language, subject: t('mail-invitation-subject'), body });
  await recordAct(tx, world, actor, {
    kind: 'people.person-invited',
    subject: { kind: 'person', id: personId },
    details: { name },
  });
}
