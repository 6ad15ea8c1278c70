import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { aCity } from '../builders.ts';
import { findCity } from '../store/cities.ts';
import { populationBands } from './population-band.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

it('bands cities in the database as the rules do, at every border', async () => {
  for (const { key, atLeast, below } of populationBands) {
    for (const population of [atLeast, Math.min(below, 40_000_000) - 1]) {
      const { id } = await aCity(world.databases.worker.database, { population });
      expect((await findCity(world.publicDb, id))?.populationBand, String(population)).toBe(key);
    }
  }
});
