import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { lockResource, noteCheck } from '../store/resources.ts';
import { lockedAlive } from './locked-response.ts';

interface Check {
  readonly responseId: string;
  readonly id: string;
  readonly found: 'works' | 'gone';
  readonly remark: string | null;
}

/** Somebody looked: it works as of today, or it is gone and leaves the page. */
export async function checkResource(
  world: World,
  actor: Actor,
  check: Check,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await lockedAlive(tx, actor, check.responseId);
      const resource = await lockResource(tx, check.id);
      if (!resource || resource.responseId !== check.responseId) throw notFound();
      const now = world.now();
      await noteCheck(tx, {
        id: world.newId(),
        resourceId: check.id,
        checkedOn: dayInUtc(now),
        checkedBy: actor.personId ?? '',
        found: check.found,
        remark: check.remark,
        now,
      });
      await recordAct(tx, world, actor, {
        kind: check.found === 'works' ? 'emergency.resource-works' : 'emergency.resource-gone',
        subject: { kind: 'emergency', id: check.responseId },
        details: { title: resource.title },
      });
    },
    { once },
  );
}
