import type { Actor } from '../../../kernel/actor.ts';
import { because, type Problem, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import type { Tenure } from '../../../kernel/tenure.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { citeSources, recordSource } from '../../library/index.ts';
import { whyNotKeepSeats } from '../permissions.ts';
import { problemsOfDates } from '../rules/seat-dates.ts';
import { findBodyNamed, type LockedSeat, lockSeat } from '../store/seats.ts';

/** What a change to a seat rests on, as staff name it. */
export interface SourceNamedByStaff {
  readonly sourceAddress: string;
  readonly sourceTitle: string;
  readonly sourcePublisher: string;
}

/** A refusal that stands at its field. */
export function refuseAt({ field, reason }: Problem): never {
  throw Object.assign(new Refusal(reason), { field });
}

export function refuseBadDates(tenure: Tenure): void {
  const [first] = problemsOfDates(tenure);
  if (first) refuseAt(first);
}

/**
 * The seat, locked for a change by somebody who may make it.
 * @throws Stale when it was changed since the form was opened, with what it says now
 */
export async function lockForChange(
  tx: Tx,
  actor: Actor,
  asked: { readonly seatId: string; readonly version: number },
): Promise<LockedSeat> {
  refuseIf(whyNotKeepSeats(actor), 403);
  const seat = await lockSeat(tx, asked.seatId);
  if (!seat) throw notFound();
  if (seat.version !== asked.version) throw new Stale(seatAsAnswers(seat), seat.version);
  return seat;
}

/** A seat as the form writes it. */
export function seatAsAnswers(seat: LockedSeat): Record<string, string> {
  const { tenure } = seat;
  return {
    personName: seat.personName ?? '',
    role: seat.role,
    from: written(tenure.from),
    fromCertainty: tenure.fromCertainty ?? 'stated',
    to: written(tenure.to),
    toCertainty: tenure.toCertainty ?? 'stated',
    lastListed: written(tenure.lastListed),
  };
}

function written(date: Tenure['from']): string {
  return date ? date.date.slice(0, { year: 4, month: 7, day: 10 }[date.precision]) : '';
}

/** Names the source and says that the seat rests on it. @returns the source's id */
export async function citeForSeat(
  tx: Tx,
  world: World,
  seat: { readonly id: string; readonly bodyId: string; readonly holder: string },
  named: SourceNamedByStaff,
): Promise<string> {
  const body = await findBodyNamed(tx, seat.bodyId);
  if (!body) throw new Refusal(because('platform:unknown-reference'));
  const sourceId = await recordSource(tx, world, {
    address: named.sourceAddress,
    title: named.sourceTitle,
    publisher: named.sourcePublisher,
  });
  const say = (name: string) => `${seat.holder} · ${name}`;
  const { en, fr, es, pt, ar } = body.name;
  await citeSources(
    tx,
    {
      capability: 'governance',
      kind: 'seat',
      id: seat.id,
      label: { en: say(en), fr: say(fr), es: say(es), pt: say(pt), ar: say(ar) },
      path: `/bodies/${body.slug}`,
    },
    [sourceId],
  );
  return sourceId;
}
