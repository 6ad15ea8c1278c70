import type { Actor } from '../../../kernel/actor.ts';
import type { PartialDate } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { reviseSeat } from '../store/seats.ts';
import {
  citeForSeat,
  lockForChange,
  refuseAt,
  refuseBadDates,
  type SourceNamedByStaff,
} from './seat-changes.ts';

interface SeatEnd extends SourceNamedByStaff {
  readonly seatId: string;
  readonly version: number;
  readonly to: PartialDate;
  readonly toCertainty: 'stated' | 'not-after';
  readonly reason: string;
}

/** Records that a seat has ended. Announces `seat-ended` with `{seatId, body, cityId, to, certainty}`. */
export async function endSeat(world: World, actor: Actor, asked: SeatEnd, once?: Submission): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const seat = await lockForChange(tx, actor, asked);
      if (seat.tenure.to) refuseAt({ field: 'to', reason: because('governance:already-ended') });
      const tenure = { ...seat.tenure, to: asked.to, toCertainty: asked.toCertainty };
      refuseBadDates(tenure);
      const holder = [seat.cityName, seat.personName].filter(Boolean).join(', ');
      const sourceId = await citeForSeat(tx, world, { ...seat, holder }, asked);
      const why = { reason: asked.reason, sourceId, by: actor.personId };
      await reviseSeat(tx, seat, { personName: seat.personName, role: seat.role, tenure }, why);
      await recordAct(tx, world, actor, {
        kind: 'governance.seat-ended',
        subject: { kind: 'seat', id: seat.id },
        cityId: seat.cityId,
        details: { holder, reason: asked.reason },
      });
      const said = { body: seat.bodySlug, to: asked.to.date, certainty: asked.toCertainty };
      await announce(tx, world, {
        kind: 'seat-ended',
        payload: { seatId: seat.id, cityId: seat.cityId, ...said },
      });
      await appendLeaf(tx, { kind: 'seat-ended', at: world.now(), body: { seat: seat.id, ...said } });
    },
    { once },
  );
}
