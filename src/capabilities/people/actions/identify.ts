import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { sessionTokenOf } from '../../../platform/sessions/cookie.ts';
import { hashToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { findOpenSession } from '../store/sign-in.ts';

/**
 * Who sends a request, with the roles that hold today. Without a session the database is not asked; with one, once.
 * A session revoked, expired, idle too long or of a suspended person is nobody's, from this very request on.
 */
export async function identify(world: World, request: Request): Promise<Actor> {
  const token = sessionTokenOf(world.config, request);
  if (!token) return anonymous;
  const session = await findOpenSession(world.db, hashToken(token));
  // A database tried out and then taken live keeps its trial persons; they open nothing there.
  if (!session || (session.trial && world.config.mode === 'live')) return anonymous;
  const { sessionId, personId, name, assurance, steppedUpAt, roles } = session;
  return { sessionId, personId, name, assurance, steppedUpAt, roles };
}
