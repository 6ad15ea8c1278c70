import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { isPassphrase } from '../rules/passphrase-hash.ts';
import { findPassphrase } from '../store/credentials.ts';
import { countAttempt } from './attempt.ts';
import type { Browser } from './browser.ts';
import { type SessionKey, strengthenSession } from './open-session.ts';
import { checkPasskey, type RelyingParty } from './passkey-ceremony.ts';
import { spendCode } from './second-factor.ts';

function personOf(actor: Actor): string {
  if (!actor.personId) throw new Refusal(because('people:sign-in-first'), 403);
  return actor.personId;
}

export async function stepUpByPasskey(
  world: World,
  actor: Actor,
  party: RelyingParty,
  answer: string,
): Promise<SessionKey> {
  const { spend } = await checkPasskey(world, party, answer, 'step-up', personOf(actor));
  return await strengthenSession(world, actor, 'passkey', spend);
}

export async function stepUpByPassphrase(
  world: World,
  actor: Actor,
  typed: { readonly passphrase: string; readonly code: string },
  browser: Browser,
): Promise<SessionKey> {
  const personId = personOf(actor);
  const attempt = await countAttempt(world, 'second-factor', personId, browser.network);
  const stored = await reading(world, actor, (tx) => findPassphrase(tx, personId));
  const isRight = await isPassphrase(world.secrets.keyFor('passphrases'), typed.passphrase, stored);
  const wrong = new Refusal(because('people:step-up-wrong'));
  if (!isRight) throw wrong;
  const key = await strengthenSession(world, actor, 'passphrase', async (tx) => {
    if (!(await spendCode(tx, world, personId, typed.code))) throw wrong;
  });
  await attempt.succeeded();
  return key;
}

/** In a trial there is nothing to prove with: one press, which says so. */
export async function stepUpInTrial(world: World, actor: Actor): Promise<SessionKey> {
  if (world.config.mode !== 'trial' || actor.assurance !== 'trial-link')
    throw new Refusal(because('platform:permission-missing'), 403);
  return await strengthenSession(world, actor, 'trial-link');
}
