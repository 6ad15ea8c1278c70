import { createHmac } from 'node:crypto';
import type { World } from '../../../world.ts';

/** A recipient's link, the same in the letter and in its reminder; we keep its hash alone and can make it again. */
export function tokenFor(world: World, recipientId: string): string {
  return createHmac('sha256', world.secrets.keyFor('programme link')).update(recipientId).digest('base64url');
}
