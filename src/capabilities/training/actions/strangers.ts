import { createHmac } from 'node:crypto';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { World } from '../../../world.ts';
import { countStranger } from '../store/links.ts';

/** Letters one network may ask for in an hour. A town hall, or a room full of participants, shares one address. */
const limit = 60;

/** Counted outside the act's transaction, so that a refused one counts too. @throws Refusal 429 */
export async function refuseTooMany(world: World, network: string): Promise<void> {
  const key = createHmac('sha256', world.secrets.keyFor('training strangers')).update(network).digest();
  if ((await countStranger(world.db, world.newId(), key)) > limit)
    throw new Refusal(because('training:too-many'), 429);
}
