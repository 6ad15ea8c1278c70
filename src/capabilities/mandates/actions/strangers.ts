import { createHmac } from 'node:crypto';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { type AttemptPurpose, attemptsOf, countAttempt } from '../store/links.ts';

/** In an hour: asks from one network (a town hall shares one), wrong links from one network, mails to one address. */
const limits: Record<AttemptPurpose, number> = { ask: 20, link: 60, address: 3 };

/**
 * Counts a request of somebody we do not know; outside the act's transaction, so that a refused one counts too.
 * @throws Refusal 429 when there were too many
 */
export async function countStranger(world: World, purpose: 'ask' | 'link', network: string): Promise<void> {
  const count = await countAttempt(world.db, world.newId(), purpose, keyed(world, network));
  if (count > limits[purpose]) throw tooMany();
}

/** Looks without counting: after too many wrong links not even a right one opens. */
export async function refuseGuesser(world: World, network: string): Promise<void> {
  if ((await attemptsOf(world.db, 'link', keyed(world, network))) > limits.link) throw tooMany();
}

/** False once an address got its mails of this hour: then nothing is sent, and the answer stays the same. */
export async function mayMail(world: World, address: string): Promise<boolean> {
  return (await countAttempt(world.db, world.newId(), 'address', keyed(world, address))) <= limits.address;
}

function keyed(world: World, who: string): Buffer {
  return createHmac('sha256', world.secrets.keyFor('mandate attempts')).update(who).digest();
}

function tooMany(): Refusal {
  return new Refusal(because('mandates:too-many'), 429);
}
