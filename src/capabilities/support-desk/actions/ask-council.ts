import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import type { NewCase } from '../rules/case.ts';
import type { Attachment } from '../store/messages.ts';
import { openCase } from './open-case.ts';
import { countStranger } from './strangers.ts';

export interface Asked extends NewCase {
  readonly cityId: string;
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

/** Anybody asks, without an account. When it returns, the case and its acknowledgement are durable. @returns the reference */
export async function askCouncil(
  world: World,
  asked: Asked,
  network: string,
  once?: Submission,
  actor: Actor = anonymous,
): Promise<string> {
  await countStranger(world, 'ask', network);
  return await atomically(
    world,
    actor,
    async (tx) => {
      if (!(await findCity(tx, asked.cityId)))
        throw Object.assign(new Refusal(because('platform:unknown-reference')), { field: 'city' });
      const { reference } = await openCase(tx, world, actor, { ...asked, channel: 'web' });
      return reference;
    },
    { once },
  );
}
