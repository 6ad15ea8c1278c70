import type { Actor } from '../../../kernel/actor.ts';
import { refuseIf } from '../../../kernel/refusal.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotDesk, whyNotReply } from '../permissions.ts';
import { lockAsSeen, type OnCase } from './locked-case.ts';
import { type Reply, sendReply } from './send-reply.ts';

/** Somebody of the desk answers the city on the web; it gets a mail. Stale when the city or a colleague wrote meanwhile. */
export async function replyToCity(
  world: World,
  actor: Actor,
  asked: OnCase & Omit<Reply, 'channel' | 'rawMailId'>,
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotDesk(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      const to = await lockAsSeen(tx, asked);
      refuseIf(whyNotReply(actor, to));
      await sendReply(tx, world, actor, to, { ...asked, channel: 'web' });
      return null;
    },
    { once },
  );
}
