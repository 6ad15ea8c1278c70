import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { type Role, roles } from '../../kernel/actor.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { checkAnswers } from '../application-forms/index.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson } from '../people/builders.ts';
import { listSubmitted } from './actions/submitted.ts';
import { aWindowWithForm } from './builders.ts';
import { fillTrial } from './trial.ts';

let world: TestWorld;
let worker: World;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
});
afterAll(() => world.close());

it('shows a draft and six applications that were sent, each as the form wants it, and nothing twice', async () => {
  const { window, form } = await aWindowWithForm(worker);
  const languages = ['en', 'fr', 'es', 'pt', 'ar', 'en', 'fr'] as const;
  const cities = [];
  for (const [n, language] of languages.entries()) {
    const city = await aCity(worker.db, { name: `Trial place ${n}` });
    cities.push({ ...city, language, timeZone: 'UTC' });
  }
  const person = await aPerson(worker, { name: 'Trial person' });
  const certifier = await aPerson(worker, { name: 'Trial certifier' });
  const people = Object.fromEntries(
    roles.map((role) => [role, role === 'city-certifier' ? certifier : person]),
  ) as Record<Role, string>;
  const scene = { people, cities, today: calendarDate('2026-11-22') };
  for (let time = 0; time < 2; time++)
    await atomically(worker, systemActor, (tx) => fillTrial(tx, worker, scene));
  const sent = await reading(worker, systemActor, (tx) => listSubmitted(tx, window.id, 'concept-note'));
  expect(sent).toHaveLength(6);
  for (const { answers, language } of sent)
    expect(checkAnswers(form, answers, { language, window })).toEqual([]);
});
