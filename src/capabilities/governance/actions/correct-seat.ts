import type { Actor } from '../../../kernel/actor.ts';
import { because } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { reviseSeat, type SeatWritten } from '../store/seats.ts';
import {
  citeForSeat,
  lockForChange,
  refuseAt,
  refuseBadDates,
  type SourceNamedByStaff,
} from './seat-changes.ts';

interface SeatCorrection extends SourceNamedByStaff, Pick<SeatWritten, 'personName' | 'role' | 'tenure'> {
  readonly seatId: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * Says of a seat what should have been said before; what was said stays in its revisions.
 * Announces `seat-corrected` with `{seatId, body, cityId, version}`.
 */
export async function correctSeat(
  world: World,
  actor: Actor,
  asked: SeatCorrection,
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const seat = await lockForChange(tx, actor, asked);
      if (!seat.cityId && !asked.personName && seat.personName)
        refuseAt({ field: 'personName', reason: because('governance:holder-needed') });
      refuseBadDates(asked.tenure);
      const holder = [seat.cityName, asked.personName].filter(Boolean).join(', ');
      const sourceId = await citeForSeat(tx, world, { ...seat, holder }, asked);
      await reviseSeat(tx, seat, asked, { reason: asked.reason, sourceId, by: actor.personId });
      await recordAct(tx, world, actor, {
        kind: 'governance.seat-corrected',
        subject: { kind: 'seat', id: seat.id },
        cityId: seat.cityId,
        details: { holder, reason: asked.reason },
      });
      const said = { body: seat.bodySlug, version: seat.version + 1 };
      await announce(tx, world, {
        kind: 'seat-corrected',
        payload: { seatId: seat.id, cityId: seat.cityId, ...said },
      });
      await appendLeaf(tx, { kind: 'seat-corrected', at: world.now(), body: { seat: seat.id, ...said } });
    },
    { once },
  );
}
