import { createHmac } from 'node:crypto';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { attemptsOf, type AttemptPurpose, countAttempt } from '../store/links.ts';

/** How often one network may do what needs no account, in an hour. A town hall shares one address. */
const limits: Record<AttemptPurpose, number> = { ask: 30, link: 60, find: 20 };

/**
 * Counts a request of somebody we do not know; outside the act's transaction, so that a refused one counts too.
 * @throws Refusal 429 when there were too many
 */
export async function countStranger(world: World, purpose: AttemptPurpose, network: string): Promise<void> {
  const count = await countAttempt(world.db, world.newId(), purpose, keyed(world, network));
  if (count > limits[purpose]) throw tooMany();
}

/** Looks without counting: opening a right link costs nothing, but after too many wrong ones not even a right one opens. */
export async function refuseGuesser(world: World, purpose: AttemptPurpose, network: string): Promise<void> {
  if ((await attemptsOf(world.db, purpose, keyed(world, network))) > limits[purpose]) throw tooMany();
}

function keyed(world: World, network: string): Buffer {
  return createHmac('sha256', world.secrets.keyFor('support attempts')).update(network).digest();
}

function tooMany(): Refusal {
  return new Refusal(because('support-desk:too-many'), 429);
}
