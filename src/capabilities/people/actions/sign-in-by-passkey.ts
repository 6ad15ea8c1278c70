import type { World } from '../../../world.ts';
import type { Browser } from './browser.ts';
import { openSession, type SessionKey } from './open-session.ts';
import { checkPasskey, type RelyingParty } from './passkey-ceremony.ts';

/** Counted by nobody and locked by nobody: it cannot be guessed, so its owner always gets in. */
export async function signInByPasskey(
  world: World,
  party: RelyingParty,
  answer: string,
  browser: Browser,
): Promise<SessionKey> {
  const { known, spend } = await checkPasskey(world, party, answer, 'sign-in');
  return await openSession(world, known, 'passkey', browser.device, spend);
}
