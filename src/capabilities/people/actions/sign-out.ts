import type { Actor } from '../../../kernel/actor.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { revokeSessions } from '../store/sessions.ts';

/** Ends this session. Nothing to do for who has none. */
export async function signOut(world: World, actor: Actor): Promise<void> {
  const { personId, sessionId } = actor;
  if (!personId || !sessionId) return;
  await atomically(world, actor, async (tx) => {
    const ended = await revokeSessions(tx, { personId, only: sessionId });
    if (ended > 0)
      await recordAct(tx, world, actor, {
        kind: 'people.signed-out',
        subject: { kind: 'person', id: personId },
      });
  });
}
