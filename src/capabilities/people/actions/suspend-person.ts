import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotSuspend } from '../permissions.ts';
import { findAccount, lockAccount, lockAdministration, markSuspended } from '../store/accounts.ts';
import { getContact } from '../store/persons.ts';
import { countAdministrators, listRolesOf } from '../store/roles.ts';
import { revokeSessions } from '../store/sessions.ts';
import { tellOwner } from './tell-owner.ts';

/** Signs a person out everywhere at once and keeps them out. */
export async function suspendPerson(
  world: World,
  actor: Actor,
  input: { readonly personId: string; readonly why: string },
  once?: Submission,
): Promise<void> {
  const { personId, why } = input;
  await atomically(
    world,
    actor,
    async (tx) => {
      const name = await admit(tx, world, actor, personId);
      await markSuspended(tx, personId, { by: actor.personId, why });
      await revokeSessions(tx, { personId });
      if ((await countAdministrators(tx)) === 0) throw new Refusal(because('people:last-administrator'));
      const subject = { kind: 'person', id: personId };
      await recordAct(tx, world, actor, { kind: 'people.person-suspended', subject, details: { name, why } });
      await tellOwner(tx, world, personId, 'mail-suspended', () => ({ why }));
    },
    { once },
  );
}

export async function reinstatePerson(world: World, actor: Actor, personId: string): Promise<void> {
  await atomically(world, actor, async (tx) => {
    const name = await admit(tx, world, actor, personId);
    await markSuspended(tx, personId, undefined);
    const subject = { kind: 'person', id: personId };
    await recordAct(tx, world, actor, { kind: 'people.person-reinstated', subject, details: { name } });
    await tellOwner(tx, world, personId, 'mail-reinstated');
  });
}

/** Ends every session of another person, who may sign in again. */
export async function revokeAllSessions(world: World, actor: Actor, personId: string): Promise<void> {
  await atomically(world, actor, async (tx) => {
    await admit(tx, world, actor, personId);
    const ended = await revokeSessions(tx, { personId });
    const subject = { kind: 'person', id: personId };
    await recordAct(tx, world, actor, {
      kind: 'people.sessions-revoked',
      subject,
      details: { sessions: ended },
    });
  });
}

async function admit(tx: Tx, world: World, actor: Actor, personId: string): Promise<string> {
  await lockAdministration(tx);
  await lockAccount(tx, personId);
  if (!(await findAccount(tx, personId))) throw notFound();
  const held = await listRolesOf(tx, personId);
  const roles = held.filter(({ endedAt }) => !endedAt).map(({ role }) => role);
  refuseIf(whyNotSuspend(actor, { personId, roles }, world.now()));
  return (await getContact(tx, personId)).name;
}
