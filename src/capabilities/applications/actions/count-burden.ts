import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import { activeMinutes, quartiles } from '../rules/active-minutes.ts';
import type { StageKey } from '../rules/others.ts';
import { listSaves, saveBurden } from '../store/burden.ts';

/** Counts anew what applications took, people's minutes added up, and publishes windows with at least five. */
export async function countBurden(world: World): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    const byStage = new Map<string, { windowId: string; stage: StageKey; minutes: Map<string, number> }>();
    for (const { windowId, stage, applicationId, times } of await listSaves(tx)) {
      const key = `${windowId} ${stage}`;
      const counted = byStage.get(key) ?? { windowId, stage, minutes: new Map<string, number>() };
      byStage.set(key, counted);
      counted.minutes.set(applicationId, (counted.minutes.get(applicationId) ?? 0) + activeMinutes(times));
    }
    for (const { windowId, stage, minutes } of byStage.values()) {
      const found = quartiles([...minutes.values()]);
      if (!found) continue;
      await saveBurden(tx, windowId, {
        stage,
        applications: minutes.size,
        medianMinutes: found.median,
        lowerMinutes: found.lower,
        upperMinutes: found.upper,
      });
    }
  });
}
