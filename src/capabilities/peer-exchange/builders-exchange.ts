import { someone, testWorld, asWorker, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { askForRun, openRound, runMatching } from './actions/rounds.ts';
import { aPerson, aParticipant } from './builders.ts';

export type SceneCity = Awaited<ReturnType<typeof aParticipant>>;

/** Two cities that fit, a third that would, a fourth that does not, each with a focal point, and somebody who matches them. */
export interface ExchangeScene {
  readonly world: TestWorld;
  readonly worker: World;
  readonly staff: Actor;
  readonly teacher: SceneCity;
  readonly learner: SceneCity;
  readonly spare: SceneCity;
  readonly loner: SceneCity;
  readonly focalOf: (city: SceneCity) => Actor;
}

export async function exchangeScene(): Promise<ExchangeScene> {
  const world = await testWorld();
  const worker = asWorker(world);
  const cities = await atomically(worker, systemActor, async (tx) => ({
    teacher: await aParticipant(tx, { name: 'Kenema', offers: ['housing'], asks: ['health'] }),
    learner: await aParticipant(tx, { name: 'Bo', offers: ['health'], asks: ['housing'] }),
    spare: await aParticipant(tx, {
      name: 'Makeni',
      offers: ['health'],
      asks: ['housing'],
      globalSouth: false,
    }),
    loner: await aParticipant(tx, { name: 'Koidu', offers: ['education'] }),
  }));
  const staff = someone('staff-support', { personId: await aPerson(worker, { email: 'staff@example.org' }) });
  const focal = new Map<string, Actor>();
  for (const { id, name } of Object.values(cities)) {
    const personId = await aPerson(worker, { email: `focal-${name}@example.org`.toLowerCase() });
    focal.set(id, someone('city-focal-point', { personId, cityId: id }));
  }
  const focalOf = (city: SceneCity) => {
    const actor = focal.get(city.id);
    if (!actor) throw new Error('no focal point');
    return actor;
  };
  return { world, worker, staff, focalOf, ...cities };
}

export const springRound = {
  name: 'Spring round',
  shape: 'pairs',
  maxPartners: 2,
  wish: 'similar',
  organisationId: null,
  consentDays: 14,
} as const;

export async function matchedRound({
  world,
  worker,
  staff,
}: ExchangeScene): Promise<{ roundId: string; runId: string }> {
  const roundId = await openRound(world, staff, springRound);
  const runId = await askForRun(world, staff, roundId);
  await runMatching(worker, runId);
  return { roundId, runId };
}
