import { anonymous } from '../../../kernel/actor.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { isPassphrase } from '../rules/passphrase-hash.ts';
import { findSignIn, type Known } from '../store/sign-in.ts';
import { countAttempt } from './attempt.ts';
import type { Browser } from './browser.ts';
import { openSession, type SessionKey } from './open-session.ts';
import { spendCode } from './second-factor.ts';
import { tellOwner } from './tell-owner.ts';

interface Typed {
  readonly email: string;
  readonly passphrase: string;
  /** Six digits of the app, or a printed code. */
  readonly code: string;
}

const wrong = because('people:sign-in-wrong');

/** Both at once, so that no half-open session exists; the same refusal, after the same work, whatever was wrong. */
export async function signInByPassphrase(world: World, typed: Typed, browser: Browser): Promise<SessionKey> {
  const attempt = await countAttempt(world, 'passphrase', typed.email, browser.network);
  const known = await findSignIn(world.db, typed.email);
  const stored = known?.salt && known.hash ? { salt: known.salt, hash: known.hash } : undefined;
  const isRight = await isPassphrase(world.secrets.keyFor('passphrases'), typed.passphrase, stored);
  if (!known || !isRight) throw new Refusal(wrong);
  const second = await countAttempt(world, 'second-factor', known.personId, browser.network, wrong);
  const key = await openSession(world, known, 'passphrase', browser.device, async (tx) => {
    if (!(await spendCode(tx, world, known.personId, typed.code))) throw new Refusal(wrong);
  }).catch(async (error: unknown) => {
    if (error instanceof Refusal && second.byAccount === warnAt) await warn(world, known);
    throw error;
  });
  await Promise.all([attempt.succeeded(), second.succeeded()]);
  return key;
}

const warnAt = 3;

/** Whoever fails here three times has the passphrase and not the code: the owner should hear of it. */
async function warn(world: World, { personId, name }: Known): Promise<void> {
  const owner = { ...anonymous, personId, name };
  await atomically(world, owner, (tx) => tellOwner(tx, world, personId, 'mail-code-failed'));
}
