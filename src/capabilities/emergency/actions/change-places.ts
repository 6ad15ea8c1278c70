import type { Actor } from '../../../kernel/actor.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { addAffectedCity, changeResponse, removeAffectedCity } from '../store/response.ts';
import { lockedAlive } from './locked-response.ts';

/** An affected city, and its country with it. */
export async function addCity(
  world: World,
  actor: Actor,
  { id, cityId }: { readonly id: string; readonly cityId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const standing = await lockedAlive(tx, actor, id);
      const city = await findCity(tx, cityId);
      if (!city) throw Object.assign(new Refusal(because('platform:unknown-reference')), { field: 'city' });
      await addAffectedCity(tx, id, cityId);
      if (!standing.countries.includes(city.country))
        await changeResponse(tx, id, { countries: [...standing.countries, city.country] });
      await recordAct(tx, world, actor, {
        kind: 'emergency.city-added',
        subject: { kind: 'emergency', id },
        cityId,
        details: { city: city.name },
      });
    },
    { once },
  );
}

/** Taken off by mistake's end only: a city of which notes were written stays. */
export async function removeCity(
  world: World,
  actor: Actor,
  { id, cityId }: { readonly id: string; readonly cityId: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      await lockedAlive(tx, actor, id);
      const removed = await removeAffectedCity(tx, id, cityId);
      refuseIf(removed ? undefined : because('emergency:city-has-notes'));
      const city = await findCity(tx, cityId);
      await recordAct(tx, world, actor, {
        kind: 'emergency.city-removed',
        subject: { kind: 'emergency', id },
        cityId,
        details: { city: city?.name ?? '' },
      });
    },
    { once },
  );
}
