import { because, type Reason, Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { type AttemptPurpose, type FailedAttempts, whyWait } from '../rules/attempts.ts';
import { keyedHash } from '../rules/keyed-hash.ts';
import { beginAttempt, settleAttempt } from '../store/sign-in.ts';

interface Attempt extends FailedAttempts {
  /** It was rightful: it no longer counts against anybody. */
  succeeded(): Promise<void>;
}

/**
 * Counts an attempt before anything is looked at, in a transaction of its own.
 * @throws Refusal 429 when there were too many, with a sentence of the caller's choice
 */
export async function countAttempt(
  world: World,
  purpose: AttemptPurpose,
  account: string,
  network: string,
  say: Reason = because('people:too-many-attempts'),
): Promise<Attempt> {
  const key = world.secrets.keyFor('sign-in attempts');
  const id = world.newId();
  const failed = await beginAttempt(world.db, {
    id,
    purpose,
    account: keyedHash(key, 'account', account.toLowerCase()),
    network: keyedHash(key, 'network', network),
  });
  if (whyWait(purpose, failed)) throw new Refusal(say, 429);
  return { ...failed, succeeded: () => settleAttempt(world.db, id) };
}
