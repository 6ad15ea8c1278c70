import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import type { TrialCity, TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import { hashToken } from '../../platform/sessions/token.ts';
import type { World } from '../../world.ts';
import { tokenOf } from './actions/letters.ts';
import type { CityRole } from './rules/terms.ts';
import { findRequest } from './store/requests.ts';
import { insertFormerHolder, insertTrialChannel, insertTrialRequest } from './store/trial.ts';

const idOf = (what: string) => stableId('trial-mandate', what);

/** Two requests to verify, a city with a known channel and one without, and a city whose only person has left. */
export async function fillTrial(tx: Tx, world: World, scene: TrialScene): Promise<void> {
  const [first, second, third] = scene.cities;
  // Once: what people did with it since stays.
  if (!first || !second || !third || (await findRequest(tx, idOf('certifier')))) return;
  await knowChannel(tx, scene, first);
  await knowChannel(tx, scene, third);
  await ask(tx, world, scene, first, 'city-certifier', 'certifier');
  await ask(tx, world, scene, second, 'city-focal-point', 'focal-point');
  await insertFormerHolder(tx, {
    personId: idOf('former person'),
    grantId: idOf('former grant'),
    name: 'Trial former focal point',
    email: 'former@trial.example',
    cityId: third.id,
    from: addDays(scene.today, -500),
    to: addDays(scene.today, -10),
  });
}

async function knowChannel(tx: Tx, scene: TrialScene, city: TrialCity): Promise<void> {
  await insertTrialChannel(tx, {
    id: idOf(`channel ${city.id}`),
    cityId: city.id,
    reach: '+000 00 000 000',
    source: 'Trial: read on the official site of the invented place',
    knownSince: addDays(scene.today, -400),
    recordedBy: scene.people['staff-support'],
    recordedOn: addDays(scene.today, -390),
  });
}

async function ask(
  tx: Tx,
  world: World,
  { today }: { readonly today: CalendarDate },
  city: TrialCity,
  role: CityRole,
  what: string,
): Promise<void> {
  const id = idOf(what);
  await insertTrialRequest(tx, {
    id,
    tokenHash: hashToken(tokenOf(world, id)),
    cityId: city.id,
    role,
    name: `Trial requester, ${what}`,
    email: `${what}@trial.example`,
    language: city.language,
    from: today,
    to: addDays(today, 365),
    documentKind: 'appointment-letter',
    why: 'Trial: looks after newcomers in the city.',
  });
}
