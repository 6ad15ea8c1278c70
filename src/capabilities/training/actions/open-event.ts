import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { announceAnswer } from '../../../platform/events/city-asked.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { whyNotTrain } from '../permissions.ts';
import type { EventStage, TrainingEvent } from '../rules/event.ts';
import { lockEvent, markEvent } from '../store/events.ts';
import { listRegistrations } from '../store/registrations.ts';
import { postEventLetter } from './letters.ts';
import { noteEvent } from './plan-event.ts';
import { tellOfEvent } from './tell-programme.ts';

/** Anyone may ask for a place from now on. */
export async function openEvent(
  world: World,
  actor: Actor,
  { eventId, topics }: { readonly eventId: string; readonly topics: readonly string[] },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const event = await lockedAt(tx, actor, eventId, 'draft');
      if (event.startsAt <= world.now()) throw new Refusal(because('training:in-the-past'), 409);
      await markEvent(tx, eventId, 'open');
      await noteEvent(tx, world, actor, 'training.event-opened', event);
      await tellOfEvent(tx, world, event, 'opened', topics);
    },
    { once },
  );
}

/** It will not take place: everybody is told, and calendars take it out. */
export async function cancelEvent(
  world: World,
  actor: Actor,
  { eventId, why }: { readonly eventId: string; readonly why: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const event = await lockedAt(tx, actor, eventId, 'open');
      await markEvent(tx, eventId, 'cancelled', why);
      const cancelled = { ...event, sequence: event.sequence + 1 };
      for (const guest of await listRegistrations(tx, eventId, ['registered', 'waiting']))
        await postEventLetter(tx, world, guest, 'event-cancelled', cancelled, {
          why,
          withoutCalendar: guest.stage === 'waiting',
        });
      await noteEvent(tx, world, actor, 'training.event-cancelled', event, { why });
      await tellOfEvent(tx, world, event, 'closed');
      await announceAnswer(tx, world, { by: 'training', record: `event:${eventId}` });
    },
    { once },
  );
}

/** It took place: the worker thanks those who came, asks what they think, and certifies where the event does. */
export async function closeEvent(
  world: World,
  actor: Actor,
  { eventId }: { readonly eventId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const event = await lockedAt(tx, actor, eventId, 'open');
      if (event.startsAt > world.now()) throw new Refusal(because('training:not-begun'), 409);
      await markEvent(tx, eventId, 'held');
      const came = (await listRegistrations(tx, eventId, ['registered'])).filter(
        ({ attendedAt }) => attendedAt,
      );
      for (const { id } of came) await enqueue(tx, 'training-complete', { registrationId: id });
      await noteEvent(tx, world, actor, 'training.event-held', event, { n: came.length });
      await tellOfEvent(tx, world, event, 'closed');
      await announceAnswer(tx, world, { by: 'training', record: `event:${eventId}` });
    },
    { once },
  );
}

async function lockedAt(tx: Tx, actor: Actor, eventId: string, stage: EventStage): Promise<TrainingEvent> {
  refuseIf(whyNotTrain(actor), 403);
  const event = await lockEvent(tx, eventId);
  if (!event) throw notFound();
  if (event.stage !== stage) throw new Refusal(because('training:not-so-any-more'), 409);
  return event;
}
