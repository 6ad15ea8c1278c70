import type { Actor } from '../../../kernel/actor.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import type { NewClaim } from '../rules/entry.ts';
import { proposeClaims } from './propose-claims.ts';

/** @returns the new claim's id */
export async function proposeClaim(
  world: World,
  actor: Actor,
  claim: NewClaim,
  once?: Submission,
): Promise<string> {
  const work = async (tx: Parameters<typeof proposeClaims>[0]) =>
    (await proposeClaims(tx, world, actor, [claim]))[0];
  const id = await atomically(world, actor, work, { once });
  if (!id) throw new Error('a proposed claim has an id');
  return id;
}
