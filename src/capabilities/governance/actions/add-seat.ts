import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import { announce } from '../../../platform/events/announce.ts';
import { appendLeaf } from '../../../platform/public-log/index.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { whyNotKeepSeats } from '../permissions.ts';
import { findBodyNamed, hasOpenSeat, insertSeat, type SeatWritten } from '../store/seats.ts';
import { citeForSeat, refuseAt, refuseBadDates, type SourceNamedByStaff } from './seat-changes.ts';

/**
 * Records that somebody sits in a body. Announces `seat-began` with `{seatId, body, cityId, role, from}`.
 * @returns the seat's id
 */
export async function addSeat(
  world: World,
  actor: Actor,
  asked: SeatWritten & SourceNamedByStaff,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeepSeats(actor), 403);
      const body = await findBodyNamed(tx, asked.bodyId);
      if (!body) throw notFound();
      const city = asked.cityId ? await findCity(tx, asked.cityId) : undefined;
      if (asked.cityId && !city) refuseAt({ field: 'city', reason: because('governance:unknown-city') });
      if (!city && !asked.personName)
        refuseAt({ field: 'city', reason: because('governance:holder-needed') });
      refuseBadDates(asked.tenure);
      if (!asked.tenure.to && (await hasOpenSeat(tx, asked)))
        refuseAt({ field: 'city', reason: because('governance:already-sits') });

      const id = world.newId();
      await insertSeat(tx, id, asked);
      const holder = [city?.name, asked.personName].filter(Boolean).join(', ');
      await citeForSeat(tx, world, { id, bodyId: asked.bodyId, holder }, asked);
      const from = asked.tenure.from?.date ?? null;
      await recordAct(tx, world, actor, {
        kind: 'governance.seat-began',
        subject: { kind: 'seat', id },
        cityId: asked.cityId,
        details: { holder, body: body.name.en },
      });
      await announce(tx, world, {
        kind: 'seat-began',
        payload: { seatId: id, body: body.slug, cityId: asked.cityId, role: asked.role, from },
      });
      await appendLeaf(tx, {
        kind: 'seat-began',
        at: world.now(),
        body: { seat: id, body: body.slug, role: asked.role, city: city?.geonamesId ?? 0, from: from ?? '' },
      });
      return id;
    },
    { once },
  );
}
