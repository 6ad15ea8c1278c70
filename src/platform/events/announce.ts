import type { World } from '../../world.ts';
import { atomically, type Tx } from '../database/atomically.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { systemActor } from './system-actor.ts';

/** What one capability tells the others, in its own transaction. */
export interface Announcement<Kind extends string = string, Payload = Readonly<Record<string, unknown>>> {
  readonly kind: Kind;
  readonly payload: Payload;
}

/** What a capability does when others announce something; runs in the worker, in its own transaction, once. */
export interface Reaction {
  /** Unique and lasting: it marks which events were taken. */
  readonly name: string;
  readonly to: string;
  react(tx: Tx, world: World, payload: Readonly<Record<string, unknown>>, eventId: string): Promise<void>;
}

export async function announce(tx: Tx, world: World, announcement: Announcement): Promise<void> {
  const eventId = world.newId();
  await tx
    .insertInto('platform.event')
    .values({ id: eventId, kind: announcement.kind, payload: JSON.stringify(announcement.payload) })
    .execute();
  await enqueue(tx, 'deliver-event', { eventId });
}

/** Delivers one event to each reaction that has not taken it yet. Called by the worker, again after a crash. */
export async function deliverEvent(
  world: World,
  reactions: readonly Reaction[],
  eventId: string,
): Promise<void> {
  const event = await world.db
    .selectFrom('platform.event')
    .selectAll()
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event) return;
  for (const reaction of reactions.filter(({ to }) => to === event.kind)) {
    await atomically(world, systemActor, async (tx) => {
      const taken = await tx
        .insertInto('platform.event_delivery')
        .values({ event_id: eventId, reaction: reaction.name })
        .onConflict((conflict) => conflict.doNothing())
        .returning('event_id')
        .executeTakeFirst();
      if (taken) await reaction.react(tx, world, event.payload as Record<string, unknown>, eventId);
    });
  }
}
