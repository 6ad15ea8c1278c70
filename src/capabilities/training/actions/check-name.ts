import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import { reading } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { type Certificate, committedName } from '../rules/certificate.ts';
import { saltOf } from '../store/certificates.ts';

/** Whether a name is the one the log commits to. Whoever asks holds the number, which cannot be guessed. */
export async function checkName(
  world: World,
  actor: Actor,
  { id, number, commitment }: Certificate,
  name: string,
): Promise<'same' | 'other' | 'erased'> {
  const salt = await reading(world, actor, (tx) => saltOf(tx, id));
  if (!salt) return 'erased';
  const given = createHmac('sha256', salt).update(committedName(number, name), 'utf8').digest();
  return timingSafeEqual(given, Buffer.from(commitment, 'hex')) ? 'same' : 'other';
}
