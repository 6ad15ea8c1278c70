import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { type Act, recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotChangeWaysIn } from '../permissions.ts';
import { getStanding, type Standing } from '../store/credentials.ts';
import { lockAccount } from '../store/accounts.ts';
import { tellOwner } from './tell-owner.ts';

interface Change<T> {
  readonly kind: Act['kind'];
  readonly mail: Parameters<typeof tellOwner>[3];
  readonly details?: Readonly<Record<string, string>>;
  readonly result: T;
}

/** What every change of a way in has in common: asked under the lock, written down, told to the owner by mail. */
export async function changeWaysIn<T>(
  world: World,
  actor: Actor,
  change: (tx: Tx, personId: string, standing: Standing) => Promise<Change<T>>,
): Promise<T> {
  const { personId } = actor;
  if (!personId) throw new Refusal(because('people:sign-in-first'), 403);
  return await atomically(world, actor, async (tx) => {
    await lockAccount(tx, personId);
    const standing = await getStanding(tx, personId);
    refuseIf(whyNotChangeWaysIn(actor, standing, world.now()), 403);
    const { kind, mail, details = {}, result } = await change(tx, personId, standing);
    await recordAct(tx, world, actor, { kind, subject: { kind: 'person', id: personId }, details });
    await tellOwner(tx, world, personId, mail, () => details);
    return result;
  });
}
