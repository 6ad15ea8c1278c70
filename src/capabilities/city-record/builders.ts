import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { tell, type Telling } from './actions/tell.ts';
import type { Speaker } from './store/statements.ts';

const city: Speaker = { personId: null, as: 'city-focal-point', basis: null };

/** A fact told for tests, by a city's focal point: 12,000 refugees on the register, unless told. By the worker. */
export async function aFact(
  tx: Tx,
  world: Pick<World, 'newId'>,
  over: Partial<Telling> & Pick<Telling, 'cityId'>,
  speaker: Speaker = city,
): Promise<void> {
  await tell(
    tx,
    world,
    {
      kind: 'population',
      item: 'refugees',
      value: { number: 12_000, how: 'register', note: null },
      source: 'City register',
      sourceAddress: null,
      asOf: '2025-12-31' as Telling['asOf'],
      ...over,
    },
    speaker,
  );
}
