import { atomically, reading } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import type { World } from '../../../world.ts';
import { listWindows, type OpenWindow } from '../../fund/index.ts';
import { databaseNow } from '../store/applications.ts';
import { listLapsing } from '../store/lapsing.ts';
import { moveApplication } from './move-application.ts';

/** Once a stage has closed, its drafts lapse, and so do invitations to a next stage that closed. Nothing written is removed. */
export async function lapseClosed(world: World): Promise<void> {
  const ids = await reading(world, systemActor, async (tx) => {
    const now = await databaseNow(tx);
    return await listLapsing(
      tx,
      (await listWindows(tx)).flatMap((window) => overIn(window, now)),
    );
  });
  for (const applicationId of ids)
    await atomically(world, systemActor, (tx) =>
      moveApplication(tx, world, systemActor, { applicationId, move: 'lapse' }),
    );
}

function overIn(window: OpenWindow, now: Date) {
  return window.stages.flatMap(({ key, closesAt }, index) => {
    const isOver = window.state === 'closed' || closesAt <= now;
    const before = window.stages[index - 1];
    if (!isOver) return [];
    const draft = { windowId: window.id, stage: key, state: 'draft' as const };
    return before ? [draft, { windowId: window.id, stage: before.key, state: 'invited' as const }] : [draft];
  });
}
