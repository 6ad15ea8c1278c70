import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Tx } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { hashToken, newToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { selector } from '../rules/selector.ts';
import { insertAccount, lockAccount, markInvited } from '../store/accounts.ts';
import { replaceLink } from '../store/links.ts';
import { findAccountByAddress } from '../store/mailed-codes.ts';
import { insertAddress, insertPerson } from '../store/persons.ts';
import { insertRole, listRolesOf } from '../store/roles.ts';

const hours = 1;

/**
 * The operator's way to a first administrator, or back to one: makes the person where the address is nobody's, gives the
 * role, and a link that opens once within the hour, to set up the first way in.
 * @param world the worker's
 * @returns the path of the link
 */
export async function makeAdministrator(
  world: World,
  wanted: { readonly name: string; readonly email: string },
): Promise<{ personId: string; path: string }> {
  const invitedUntil = new Date(world.now().getTime() + hours * 3_600_000);
  const token = newToken(world);
  return await atomically(world, systemActor, async (tx) => {
    const address = wanted.email.toLowerCase();
    const known = await findAccountByAddress(tx, address);
    const personId = known?.personId ?? world.newId();
    await lockAccount(tx, personId);
    if (known) await markInvited(tx, personId, invitedUntil, null);
    else {
      await insertPerson(tx, { id: personId, name: wanted.name, language: 'en' });
      await insertAddress(tx, personId, address);
      await insertAccount(tx, { personId, invitedUntil, invitedBy: null });
    }
    await giveRole(tx, world, personId, known?.name ?? wanted.name);
    await replaceLink(tx, { kind: 'enrolment', personId, tokenHash: hashToken(token), hours });
    return { personId, path: `/sign-in/link/${token}` };
  });
}

async function giveRole(tx: Tx, world: World, personId: string, name: string): Promise<void> {
  const held = await listRolesOf(tx, personId);
  const today = dayInUtc(world.now());
  const role = 'administrator';
  if (held.some((one) => one.role === role && !one.endedAt && (!one.to || one.to >= today))) return;
  const grant = { personId, role, cityId: null, organisationId: null, from: today, to: null } as const;
  await insertRole(tx, { ...grant, id: world.newId(), grantedBy: null, basis: 'mmc people administrator' });
  await recordAct(tx, world, systemActor, {
    kind: 'people.role-granted',
    subject: { kind: 'person', id: personId },
    details: { name, role, said: selector(role) },
  });
}
