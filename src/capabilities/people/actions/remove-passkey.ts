import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { hasWayIn } from '../rules/ways-in.ts';
import { deletePasskey } from '../store/passkeys.ts';
import { changeWaysIn } from './change-ways-in.ts';

/** The last way in stays: without it the person would be locked out. */
export async function removePasskey(world: World, actor: Actor, passkeyId: string): Promise<void> {
  await changeWaysIn(world, actor, async (tx, personId, { factors }) => {
    if (!hasWayIn({ ...factors, passkeys: factors.passkeys - 1 }))
      throw new Refusal(because('people:last-way-in'));
    const name = await deletePasskey(tx, personId, passkeyId);
    if (name === undefined) throw notFound();
    const details = { passkey: name };
    return { kind: 'people.passkey-removed', mail: 'mail-passkey-removed', details, result: undefined };
  });
}
