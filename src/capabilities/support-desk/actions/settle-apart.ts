import type { Actor } from '../../../kernel/actor.ts';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotDesk } from '../permissions.ts';
import { findCase } from '../store/cases.ts';
import { admitMessage } from '../store/messages.ts';

/** Lets a message from an unknown address into the thread: from now on that address belongs to the case. */
export async function admitApart(
  world: World,
  actor: Actor,
  messageId: string,
  once?: Submission,
): Promise<string> {
  refuseIf(whyNotDesk(actor), 403);
  return await atomically(
    world,
    actor,
    async (tx) => {
      const admitted = await admitMessage(tx, messageId);
      const found = admitted && (await findCase(tx, admitted.caseId));
      if (!found) throw notFound();
      await recordAct(tx, world, actor, {
        kind: 'support-desk.message-admitted',
        subject: { kind: 'case', id: found.id },
        cityId: found.cityId,
        details: { address: admitted.fromAddress },
      });
      return found.id;
    },
    { once },
  );
}
