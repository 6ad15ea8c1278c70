import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, type Problem, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotTrain } from '../permissions.ts';
import type { EventPlan, TrainingEvent } from '../rules/event.ts';
import { changeEvent, insertEvent, lockEvent } from '../store/events.ts';
import { listRegistrations } from '../store/registrations.ts';
import { postEventLetter } from './letters.ts';
import { tellMovedUp } from './take-place.ts';
import { tellOfEvent } from './tell-programme.ts';

type Planned = EventPlan & { readonly joinAddress: string | null };

/** @returns the event's id; only trainers see it until it is opened */
export async function planEvent(
  world: World,
  actor: Actor,
  { joinAddress, ...plan }: Planned,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTrain(actor), 403);
      refuseBadPlan(plan, world.now());
      const id = world.newId();
      await insertEvent(
        tx,
        id,
        plan,
        { joinAddress, code: sessionCode(world.randomBytes(6)) },
        actor.personId,
      );
      await noteEvent(tx, world, actor, 'training.event-planned', { ...plan, id });
      return id;
    },
    { once },
  );
}

/** Another plan. When time or place move, everybody is told and calendars follow; more places go to those who wait. */
export async function replanEvent(
  world: World,
  actor: Actor,
  {
    eventId,
    version,
    joinAddress,
    ...plan
  }: Planned & { readonly eventId: string; readonly version: number },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTrain(actor), 403);
      const event = await lockEvent(tx, eventId);
      if (!event) throw notFound();
      if (event.version !== version) throw new Stale(asAnswers(event), event.version);
      if (event.stage !== 'draft' && event.stage !== 'open')
        throw new Refusal(because('training:event-over'), 409);
      refuseBadPlan(plan, world.now());
      if (plan.capacity < event.placesTaken)
        refuseAt({ field: 'capacity', reason: because('training:too-few-places', { n: event.placesTaken }) });
      const moves =
        plan.startsAt.getTime() !== event.startsAt.getTime() ||
        plan.endsAt.getTime() !== event.endsAt.getTime() ||
        plan.place !== event.place;
      await changeEvent(tx, eventId, plan, joinAddress, moves);
      const now = { ...event, ...plan, sequence: event.sequence + (moves ? 1 : 0) };
      if (event.stage === 'open') {
        if (moves) await tellAll(tx, world, now, joinAddress);
        await tellMovedUp(tx, world, now);
        await tellOfEvent(tx, world, now, 'changed');
      }
      await noteEvent(tx, world, actor, moves ? 'training.event-moved' : 'training.event-changed', now);
    },
    { once },
  );
}

async function tellAll(
  tx: Tx,
  world: World,
  event: TrainingEvent,
  joinAddress: string | null,
): Promise<void> {
  for (const guest of await listRegistrations(tx, event.id, ['registered', 'waiting'])) {
    const hasPlace = guest.stage === 'registered';
    await postEventLetter(tx, world, guest, 'event-moved', event, {
      joinAddress: hasPlace ? joinAddress : null,
      withoutCalendar: !hasPlace,
    });
  }
}

function refuseBadPlan({ startsAt, endsAt, registrationClosesAt }: EventPlan, now: Date): void {
  if (startsAt <= now) refuseAt({ field: 'day', reason: because('training:in-the-past') });
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  if (hours <= 0 || hours > 240) refuseAt({ field: 'minutes', reason: because('training:bad-length') });
  if (registrationClosesAt > startsAt)
    refuseAt({ field: 'closesDay', reason: because('training:closes-after-start') });
}

export function refuseAt({ field, reason }: Problem): never {
  throw Object.assign(new Refusal(reason), { field });
}

/** What a stale form shows of the event as it is now. */
function asAnswers(event: TrainingEvent): Record<string, string> {
  return {
    title: event.title[event.sourceLanguage] ?? '',
    about: event.about[event.sourceLanguage] ?? '',
    place: event.place,
    capacity: String(event.capacity),
  };
}

/** Six signs that nobody misreads on a wall. */
function sessionCode(random: Uint8Array): string {
  const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from(random, (byte) => signs[byte % signs.length]).join('');
}

export async function noteEvent(
  tx: Tx,
  world: World,
  actor: Actor,
  kind: `training.${string}`,
  event: Pick<TrainingEvent, 'id' | 'title' | 'sourceLanguage' | 'startsAt'>,
  details: Record<string, string | number> = {},
): Promise<void> {
  const title = event.title[event.sourceLanguage] ?? '';
  await recordAct(tx, world, actor, {
    kind,
    subject: { kind: 'training-event', id: event.id },
    details: { title, at: event.startsAt.toISOString(), ...details },
  });
}
