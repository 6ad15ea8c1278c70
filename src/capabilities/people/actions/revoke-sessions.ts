import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { revokeSessions } from '../store/sessions.ts';

/** Ends one of one's sessions, or all but this one. It is over at that browser's next request. */
export async function revokeOwnSessions(world: World, actor: Actor, only?: string): Promise<number> {
  const { personId, sessionId } = actor;
  if (!personId) throw new Refusal(because('people:sign-in-first'), 403);
  return await atomically(world, actor, async (tx) => {
    const ended = await revokeSessions(tx, only ? { personId, only } : { personId, except: sessionId });
    if (only && ended === 0) throw notFound();
    await recordAct(tx, world, actor, {
      kind: 'people.sessions-revoked',
      subject: { kind: 'person', id: personId },
      details: { sessions: ended },
    });
    return ended;
  });
}
