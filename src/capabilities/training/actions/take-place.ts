import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import type { Submission, Tx } from '../../../platform/database/atomically.ts';
import { announceAnswer } from '../../../platform/events/city-asked.ts';
import type { World } from '../../../world.ts';
import type { TrainingEvent } from '../rules/event.ts';
import { findEvent } from '../store/events.ts';
import { giveUpPlace, joinAddressOf, moveUp, takePlace } from '../store/links.ts';
import { findRegistration, type Registration } from '../store/registrations.ts';
import { postEventLetter } from './letters.ts';
import { actFromSeat, actorOf, type Seat } from './seat.ts';

/** The mailed link was followed with a press of a button: a place while there is one, else the next in the queue. */
export async function confirmPlace(world: World, seat: Seat, once?: Submission): Promise<void> {
  await actFromSeat(
    world,
    seat,
    'registration',
    async (tx, id) => {
      const { registration: before } = await registrationAt(tx, id);
      const outcome = await takePlace(tx);
      if (outcome === 'not-there') throw notFound();
      if (outcome === 'full') throw new Refusal(because('training:event-full'), 409);
      if (outcome === 'closed') throw new Refusal(because('training:registration-closed'), 409);
      const { registration, event } = await registrationAt(tx, id);
      // Pressed again: the letter went out the first time.
      if (registration.stage === before.stage) return;
      const joinAddress = outcome === 'registered' ? await joinAddressOf(tx, event.id) : null;
      await postEventLetter(tx, world, registration, outcome, event, { joinAddress });
      await notePlace(tx, world, seat, `training.place-${outcome}`, registration);
    },
    once,
  );
}

/** Gives the place back; whoever waits longest gets it in this same transaction, and a letter. */
export async function cancelPlace(world: World, seat: Seat, once?: Submission): Promise<void> {
  await actFromSeat(
    world,
    seat,
    'registration',
    async (tx, id) => {
      const { registration, event } = await registrationAt(tx, id);
      if (event.startsAt <= world.now()) throw new Refusal(because('training:event-begun'), 409);
      if (!(await giveUpPlace(tx, id))) throw new Refusal(because('training:not-so-any-more'), 409);
      if (registration.stage !== 'asked')
        await postEventLetter(tx, world, registration, 'given-up', event, {
          withoutCalendar: registration.stage === 'waiting',
        });
      await tellMovedUp(tx, world, event);
      await notePlace(tx, world, seat, 'training.place-given-up', registration);
      if (registration.cityId && registration.cityKnown)
        await announceAnswer(tx, world, {
          by: 'training',
          record: `event:${event.id}`,
          cityId: registration.cityId,
        });
    },
    once,
  );
}

export async function tellMovedUp(tx: Tx, world: World, event: TrainingEvent): Promise<void> {
  for (const { joinAddress, ...guest } of await moveUp(tx, event.id))
    await postEventLetter(tx, world, guest, 'moved-up', event, { joinAddress });
}

async function registrationAt(
  tx: Tx,
  id: string,
): Promise<{ registration: Registration; event: TrainingEvent }> {
  const registration = await findRegistration(tx, id);
  const event = registration && (await findEvent(tx, registration.eventId));
  if (!registration || !event) throw notFound();
  return { registration, event };
}

async function notePlace(
  tx: Tx,
  world: World,
  seat: Seat,
  kind: `training.${string}`,
  { eventId, cityId, cityKnown }: Registration,
): Promise<void> {
  await recordAct(tx, world, actorOf(seat), {
    kind,
    subject: { kind: 'training-event', id: eventId },
    cityId: cityKnown ? cityId : null,
    ...(seat.token === undefined ? {} : { capacity: 'link' }),
  });
}
