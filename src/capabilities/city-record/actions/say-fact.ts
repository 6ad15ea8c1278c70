import type { Actor } from '../../../kernel/actor.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { isOfCity, whyNotKeepToCity, whyNotSay } from '../permissions.ts';
import { factName } from '../rules/fact-name.ts';
import type { Speaker } from '../store/statements.ts';
import { settleAsking } from './settle-asking.ts';
import { type Telling, tell } from './tell.ts';

export interface Saying extends Telling {
  /** How staff know; needed when they write for a city, not asked of the city's own people. */
  readonly basis?: string | null | undefined;
}

/** One fact told or told anew. @throws Stale when somebody told it otherwise meanwhile */
export async function sayFact(world: World, actor: Actor, saying: Saying, once?: Submission): Promise<void> {
  await atomically(world, actor, (tx) => sayInRecord(tx, world, actor, saying), { once });
}

/** The same inside another capability's act: what a city says there is told once, here. */
export async function sayInRecord(tx: Tx, world: World, actor: Actor, saying: Saying): Promise<void> {
  const { cityId, kind, item, audience } = saying;
  refuseIf(whyNotSay(actor, cityId), 403);
  const hidden = audience && whyNotKeepToCity(actor, cityId, audience);
  if (hidden) throw Object.assign(new Refusal(hidden), { field: 'audience' });
  const city = await findCity(tx, cityId);
  if (!city) throw notFound();
  const act = await tell(tx, world, saying, speakerFor(actor, cityId, saying.basis));
  await settleAsking(tx, world, cityId);
  await recordAct(tx, world, actor, {
    kind:
      act === 'confirmed'
        ? 'city-record.confirmed'
        : `city-record.${act === 'said' ? 'told' : 'shown-otherwise'}`,
    subject: { kind: 'city-record', id: cityId },
    cityId,
    details: { city: city.name, fact: factName(kind, item), kind, n: 1 },
  });
}

/** Who speaks: somebody of the city, or staff with what they go by. */
export function speakerFor(actor: Actor, cityId: string, basis: string | null | undefined): Speaker {
  if (isOfCity(actor, cityId)) {
    const role = actor.roles.find((held) => held.cityId === cityId)?.role;
    return { personId: actor.personId, as: role ?? 'city-focal-point', basis: null };
  }
  if (!basis) throw Object.assign(new Refusal(because('city-record:basis-needed')), { field: 'basis' });
  return { personId: actor.personId, as: actor.roles[0]?.role ?? 'staff-support', basis };
}
