import { afterAll, expect, it } from 'vitest';
import { asWorker, testWorld } from '../../../tests/support/world.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { dayInUtc } from '../../kernel/calendar-date.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson } from '../people/builders.ts';
import { isDue } from './rules/freshness.ts';
import { factsOf } from './store/facts.ts';
import { fillTrial } from './trial.ts';

const world = await testWorld();
const worker = asWorker(world);
afterAll(() => world.close());

it('a trial begins with a record that has something to confirm, and is filled once', async () => {
  const person = await aPerson(worker);
  const people = Object.fromEntries(roles.map((role) => [role, person])) as Record<Role, string>;
  const city = {
    ...(await aCity(worker.db, { name: 'Invented' })),
    language: 'fr',
    timeZone: 'Africa/Dakar',
  } as const;
  const scene = { people, cities: [city], today: dayInUtc(new Date()) };
  const fill = () => atomically(worker, systemActor, (tx) => fillTrial(tx, worker, scene));
  await fill();
  const told = await factsOf(worker.db, city.id);
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((fact) => isDue(fact, scene.today)).length).toBe(2);
  await fill();
  expect(await factsOf(worker.db, city.id)).toEqual(told);
});
