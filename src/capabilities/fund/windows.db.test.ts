import { afterAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aCity } from '../city-registry/builders.ts';
import { anOpenWindow } from './builders.ts';
import { eligibilityOf, findOpenWindow, listWindows, stageIsOpen, whichDonorsMayFund } from './index.ts';

const world = await testWorld();
const worker = asWorker(world);
afterAll(() => world.close());

describe('an open window', () => {
  it('is there for everybody, with its stages in order and its money exact', async () => {
    const made = await atomically(worker, systemActor, (tx) => anOpenWindow(tx));
    const seen = await findOpenWindow(world.publicDb, 'harbour-call');
    expect(seen).toEqual(made);
    expect(seen).toMatchObject({
      state: 'open',
      ceiling: { amountMinor: 50_000_000n, currency: 'USD' },
      stages: [{ key: 'intake' }, { key: 'concept-note' }, { key: 'proposal' }],
    });
    expect(await listWindows(world.publicDb)).toHaveLength(1);
    expect(await findOpenWindow(world.publicDb, made.id)).toEqual(made);
  });

  it('takes answers only in the stage that is open, whoever asks', async () => {
    const focal = someone('city-focal-point', { cityId: crypto.randomUUID() });
    const { id } = (await findOpenWindow(world.publicDb, 'harbour-call')) ?? { id: '' };
    const open = await atomically(world, focal, async (tx) => [
      await stageIsOpen(tx, id, 'intake'),
      await stageIsOpen(tx, id, 'proposal'),
      await stageIsOpen(tx, crypto.randomUUID(), 'intake'),
    ]);
    expect(open).toEqual([true, false, false]);
  });

  it('says of a city whether it may apply and which donors may pay for it', async () => {
    const city = await atomically(worker, systemActor, (tx) => aCity(tx, { country: 'TG' }));
    const { id } = (await findOpenWindow(world.publicDb, 'harbour-call')) ?? { id: '' };
    expect(await eligibilityOf(world.publicDb, id, city.id)).toMatchObject({ verdict: 'eligible' });
    const answers = await whichDonorsMayFund(world.publicDb, id, city.id);
    expect(answers.map(({ donor, may }) => [donor.name.en, may])).toEqual([
      ['foundation', 'yes'],
      ['agency', 'no'],
    ]);
  });
});
