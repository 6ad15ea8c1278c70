import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../tests/support/world.ts';
import { aCity } from '../capabilities/city-registry/builders.ts';
import { trialCities } from '../capabilities/city-registry/index.ts';
import { fillTrial } from './fill-trial.ts';
import type { Progress } from './progress-line.ts';

let world: TestWorld;
const said: string[] = [];
const progress: Progress = { step: () => undefined, done: (line) => said.push(line) };

beforeAll(async () => {
  world = await testWorld();
  await aCity(world.databases.owner.database, { geonamesId: 2_409_306, name: 'Freetown' });
  for (const { country } of trialCities(12)) await aCity(world.databases.owner.database, { country });
});
afterAll(() => world.close());

const fill = (over: object = {}) =>
  fillTrial({ ...asWorker(world), ...over }, world.databases.owner.database, progress);

it('leaves a live platform alone', async () => {
  await fill({ config: { ...world.config, mode: 'live' } });
  expect(said).toEqual([]);
});

it('fills a new trial once, and speaks of invented places only', async () => {
  await fill();
  await fill();
  expect(said).toEqual(['A trial with 24 invented places made']);
  const names = trialCities(24).map(({ name }) => name);
  expect(names.every((name) => /^Trial City \d+$/.test(name))).toBe(true);
});
