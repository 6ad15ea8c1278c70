import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { type WantedRole, whyNotGrant, whyNotGrantOnMandate } from '../permissions.ts';
import { selector } from '../rules/selector.ts';
import { findAccount, lockAccount } from '../store/accounts.ts';
import { getContact } from '../store/persons.ts';
import { insertRole } from '../store/roles.ts';
import { tellOwner } from './tell-owner.ts';

/** Gives a role from its first day to its last, on a basis that is kept with it. @returns the grant's id */
export async function grantRole(
  world: World,
  actor: Actor,
  wanted: WantedRole & { readonly basis: string },
  once?: Submission,
): Promise<string> {
  const { personId } = wanted;
  return await atomically(
    world,
    actor,
    async (tx) => {
      await lockAccount(tx, personId);
      refuseIf(whyNotGrant(actor, wanted, world.now(), dayInUtc(world.now())));
      if (!(await findAccount(tx, personId))) throw new Refusal(because('people:no-account'));
      const id = world.newId();
      await giveRole(tx, world, actor, { ...wanted, id });
      return id;
    },
    { once },
  ).catch(refuseTwice);
}

/**
 * Gives a city role out of a mandate request that was verified, in the caller's transaction: the grant bears the request's id, and the
 * database lets it in only if it says what the request says.
 */
export async function grantRoleOnMandate(
  tx: Tx,
  world: World,
  actor: Actor,
  wanted: WantedRole & { readonly id: string; readonly basis: string },
): Promise<void> {
  await lockAccount(tx, wanted.personId);
  refuseIf(whyNotGrantOnMandate(actor, wanted, world.now(), dayInUtc(world.now())));
  const account = await findAccount(tx, wanted.personId);
  if (!account) throw new Refusal(because('people:no-account'));
  if (account.suspendedAt) throw new Refusal(because('people:is-suspended'));
  await giveRole(tx, world, actor, wanted).catch(refuseTwice);
}

async function giveRole(
  tx: Tx,
  world: World,
  actor: Actor,
  grant: WantedRole & { readonly id: string; readonly basis: string },
): Promise<void> {
  const { personId, role } = grant;
  await insertRole(tx, { ...grant, grantedBy: actor.personId });
  const { name } = await getContact(tx, personId);
  await recordAct(tx, world, actor, {
    kind: 'people.role-granted',
    subject: { kind: 'person', id: personId },
    cityId: grant.cityId,
    details: { name, role, said: selector(role) },
  });
  const said = (language: Parameters<typeof words>[0]) => ({ role: words(language)(`role.${role}`) });
  await tellOwner(tx, world, personId, 'mail-role-granted', said);
}

/** The database's own word against the same role twice at once (23P01, an exclusion constraint). */
function refuseTwice(error: unknown): never {
  if ((error as { code?: string }).code === '23P01') throw new Refusal(because('people:role-held-already'));
  throw error;
}
