import { atomically } from '../../../platform/database/atomically.ts';
import { announceClosed } from '../../../platform/events/activity.ts';
import { announce } from '../../../platform/events/announce.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { lockWindow, markClosed } from '../store/preparing.ts';

/** Closes a window whose last stage has closed by itself; the database refuses while one is still open. By the worker. */
export async function closeWhenOver(world: World, windowId: string): Promise<void> {
  await atomically(world, systemActor, async (tx) => {
    const window = await lockWindow(tx, windowId);
    if (window?.state !== 'open') return;
    await markClosed(tx, windowId);
    await announceClosed(tx, world, { by: 'fund', record: windowId });
    const payload = { windowId, slug: window.slug, early: false };
    await announce(tx, world, { kind: 'fund-window-closed', payload });
    await appendLeaf(tx, {
      kind: 'call-closed',
      at: world.now(),
      body: { window: windowId, slug: window.slug },
    });
  });
}
