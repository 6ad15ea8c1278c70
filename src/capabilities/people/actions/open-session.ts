import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Tx } from '../../../platform/database/atomically.ts';
import { hashToken, newToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { selector } from '../rules/selector.ts';
import { type SessionAssurance, sessionLengths } from '../rules/session-length.ts';
import { insertSession, renewSession } from '../store/sessions.ts';
import type { Known } from '../store/sign-in.ts';

/** What the browser is given to keep. */
export interface SessionKey {
  readonly token: string;
  readonly maxAgeSeconds: number;
}

function sessionKey(token: string, assurance: SessionAssurance): SessionKey {
  return { token, maxAgeSeconds: sessionLengths[assurance].hours * 3600 };
}

/**
 * A new session under a token never seen before, whatever the browser came with.
 * @param prove spends what may be spent once (a code, a challenge), in the same transaction
 */
export async function openSession(
  world: World,
  person: Known,
  assurance: SessionAssurance,
  device: string,
  prove: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<SessionKey> {
  const token = newToken(world);
  const actor = { ...anonymous, personId: person.personId, name: person.name, assurance };
  await atomically(world, actor, async (tx) => {
    await prove(tx);
    const tokenHash = hashToken(token);
    await insertSession(tx, { id: world.newId(), tokenHash, personId: person.personId, assurance, device });
    await recordAct(tx, world, actor, {
      kind: 'people.signed-in',
      subject: { kind: 'person', id: person.personId },
      details: { by: selector(assurance) },
    });
  });
  return sessionKey(token, assurance);
}

/** The same session after a fresh proof, under a new token. */
export async function strengthenSession(
  world: World,
  actor: Actor,
  assurance: SessionAssurance,
  prove: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<SessionKey> {
  const { sessionId, personId } = actor;
  if (!sessionId || !personId) throw new Refusal(because('people:sign-in-first'), 403);
  const token = newToken(world);
  await atomically(world, actor, async (tx) => {
    await prove(tx);
    const renewed = await renewSession(tx, sessionId, hashToken(token), assurance);
    if (!renewed) throw new Refusal(because('people:sign-in-first'), 403);
    await recordAct(tx, world, actor, {
      kind: 'people.stepped-up',
      subject: { kind: 'person', id: personId },
      details: { by: selector(assurance) },
    });
  });
  return sessionKey(token, assurance);
}
