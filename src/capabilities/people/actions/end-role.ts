import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotEnd } from '../permissions.ts';
import { selector } from '../rules/selector.ts';
import { lockAdministration } from '../store/accounts.ts';
import { getContact } from '../store/persons.ts';
import { countAdministrators, findRole, markEnded } from '../store/roles.ts';
import { tellOwner } from './tell-owner.ts';

interface Ending {
  readonly grantId: string;
  readonly why: string;
}

/** Ends a role at once, with a reason. It stays in the record. */
export async function endRole(world: World, actor: Actor, input: Ending, once?: Submission): Promise<void> {
  await atomically(world, actor, (tx) => endRoleWithin(tx, world, actor, input), { once });
}

/** The same as a part of something greater: the caller's transaction. */
export async function endRoleWithin(tx: Tx, world: World, actor: Actor, input: Ending): Promise<void> {
  await lockAdministration(tx);
  const held = await findRole(tx, input.grantId);
  if (!held) throw notFound();
  refuseIf(whyNotEnd(actor, held, await countAdministrators(tx), world.now()));
  await markEnded(tx, held.id, { by: actor.personId, why: input.why });
  const { name } = await getContact(tx, held.personId);
  await recordAct(tx, world, actor, {
    kind: 'people.role-ended',
    subject: { kind: 'person', id: held.personId },
    cityId: held.cityId,
    details: { name, role: held.role, said: selector(held.role) },
  });
  const said = (language: Parameters<typeof words>[0]) => ({
    role: words(language)(`role.${held.role}`),
    why: input.why,
  });
  await tellOwner(tx, world, held.personId, 'mail-role-ended', said);
}
