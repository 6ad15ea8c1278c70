import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { type WantedRole, whyNotGrant } from '../permissions.ts';
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
  const { personId, role } = wanted;
  return await atomically(
    world,
    actor,
    async (tx) => {
      await lockAccount(tx, personId);
      refuseIf(whyNotGrant(actor, wanted, world.now(), dayInUtc(world.now())));
      if (!(await findAccount(tx, personId))) throw new Refusal(because('people:no-account'));
      const id = world.newId();
      await insertRole(tx, { ...wanted, id, grantedBy: actor.personId });
      const { name } = await getContact(tx, personId);
      await recordAct(tx, world, actor, {
        kind: 'people.role-granted',
        subject: { kind: 'person', id: personId },
        cityId: wanted.cityId,
        details: { name, role, said: selector(role) },
      });
      const said = (language: Parameters<typeof words>[0]) => ({ role: words(language)(`role.${role}`) });
      await tellOwner(tx, world, personId, 'mail-role-granted', said);
      return id;
    },
    { once },
  ).catch((error: unknown) => {
    // The database's own word against the same role twice at once (23P01, an exclusion constraint).
    if ((error as { code?: string }).code === '23P01') throw new Refusal(because('people:role-held-already'));
    throw error;
  });
}
