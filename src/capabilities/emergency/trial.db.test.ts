import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import type { TrialScene } from '../../kernel/trial-scene.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson } from '../people/builders.ts';
import { recordOf } from './builders.ts';
import { crowdedNeeds } from './rules/help.ts';
import { fillTrial } from './trial.ts';

let world: TestWorld;
let worker: World;
let scene: TrialScene;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  const people: Partial<Record<Role, string>> = {};
  for (const role of roles) people[role] = await aPerson(worker, { name: role });
  const cities = [];
  for (let n = 1; n <= 6; n++) {
    const { id, name, country } = await aCity(worker.db, { name: `Trial City ${n}` });
    cities.push({ id, name, country, language: 'en' as const, timeZone: 'Africa/Freetown' });
  }
  scene = { people: people as Record<Role, string>, cities, today: calendarDate('2026-11-20') };
});
afterAll(() => world.close());

it('shows a bit of everything, once, and says of everything that it is a trial', async () => {
  const fill = () => atomically(worker, systemActor, (tx) => fillTrial(tx, worker, scene));
  await fill();
  await fill();
  const record = await recordOf(worker, stableId('trial-emergency', 'response'));
  expect(record.wordings).toHaveLength(5);
  expect(record).toMatchObject({ stage: 'published', confirmedAt: new Date('2026-11-16T09:00:00Z') });
  expect(
    [record.resources, record.notes, record.needs, record.offers, record.pairings].map((all) => all.length),
  ).toEqual([4, 3, 3, 3, 3]);
  expect(crowdedNeeds(record.pairings).size).toBe(1);
  expect(record.wordings.every(({ title }) => /^(?:Trial|Essai|Prueba|Ensaio|تجربة)/.test(title))).toBe(true);
});
