import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { whyNotTrain } from '../permissions.ts';
import type { TrainingEvent } from '../rules/event.ts';
import { lockEvent } from '../store/events.ts';
import { attendByCode } from '../store/links.ts';
import { listRegistrations, markAttendance, markCityKnown } from '../store/registrations.ts';
import { noteEvent, refuseAt } from './plan-event.ts';
import { actFromSeat, type Seat } from './seat.ts';

/** Somebody in the session types the code it shows. */
export async function attendWithCode(
  world: World,
  seat: Seat,
  code: string,
  once?: Submission,
): Promise<void> {
  const outcome = await actFromSeat(
    world,
    seat,
    'registration',
    // A wrong code must count, so the refusal comes after the commit.
    (tx, id) => attendByCode(tx, id, code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')),
    once,
  );
  if (outcome === 'here') return;
  if (outcome === 'not-there') throw notFound();
  refuseAt({ field: 'code', reason: because(`training:code-${outcome}`) });
}

interface Attendance {
  readonly eventId: string;
  readonly came: readonly string[];
  /** Of whom trainers know that they work for the city they named. */
  readonly cityKnown: readonly string[];
}

/** The whole list at once: who is not ticked was not there. */
export async function saveAttendance(
  world: World,
  actor: Actor,
  { eventId, came, cityKnown }: Attendance,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const event = await begunEvent(tx, world, actor, eventId);
      await markAttendance(tx, eventId, came, 'list');
      await markCityKnown(tx, eventId, cityKnown);
      await settle(tx, world, actor, event);
    },
    { once },
  );
}

/** Those whose addresses stand in a file were there; nobody else changes. @returns addresses that no registration has */
export async function importAttendance(
  world: World,
  actor: Actor,
  { eventId, emails }: { readonly eventId: string; readonly emails: readonly string[] },
  once?: Submission,
): Promise<{ marked: number; unknown: string[] }> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const event = await begunEvent(tx, world, actor, eventId);
      const registered = new Map(
        (await listRegistrations(tx, eventId, ['registered'])).map(({ id, email }) => [
          email.toLowerCase(),
          id,
        ]),
      );
      const wanted = [...new Set(emails.map((email) => email.trim().toLowerCase()).filter(Boolean))];
      const ids = wanted.flatMap((email) => registered.get(email) ?? []);
      await markAttendance(tx, eventId, ids, 'file');
      await settle(tx, world, actor, event);
      return { marked: ids.length, unknown: wanted.filter((email) => !registered.has(email)).slice(0, 50) };
    },
    { once },
  );
}

async function begunEvent(tx: Tx, world: World, actor: Actor, eventId: string): Promise<TrainingEvent> {
  refuseIf(whyNotTrain(actor), 403);
  const event = await lockEvent(tx, eventId);
  if (!event) throw notFound();
  if (event.stage !== 'open' && event.stage !== 'held')
    throw new Refusal(because('training:not-so-any-more'), 409);
  if (event.startsAt > world.now()) throw new Refusal(because('training:not-begun'), 409);
  return event;
}

/** Attendance found out after the event was closed still leads to thanks and certificate. */
async function settle(tx: Tx, world: World, actor: Actor, event: TrainingEvent): Promise<void> {
  const came = (await listRegistrations(tx, event.id, ['registered'])).filter(({ attendedAt }) => attendedAt);
  if (event.stage === 'held')
    for (const { id } of came) await enqueue(tx, 'training-complete', { registrationId: id });
  await noteEvent(tx, world, actor, 'training.attendance-marked', event, { n: came.length });
}
