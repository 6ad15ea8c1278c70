import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { textsOf } from '../translation/index.ts';
import { keepForTranslation } from './actions/keep-for-translation.ts';
import { anApplication, type BegunApplication } from './builders.ts';

let world: TestWorld;
let french: BegunApplication;
let english: BegunApplication;
beforeAll(async () => {
  world = await testWorld();
  const worker = asWorker(world);
  french = await anApplication(world, worker, { language: 'fr' });
  english = await anApplication(world, worker, { language: 'en' });
});
afterAll(() => world.close());

const kept = async ({ id }: BegunApplication) => {
  const worker = asWorker(world);
  await atomically(worker, systemActor, (tx) => keepForTranslation(tx, worker, id));
  return await reading(worker, systemActor, (tx) => textsOf(tx, { kind: 'application', id }));
};

it('what a city sent in French lies before the translators, each answer under its question', async () => {
  const texts = await kept(french);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.every((one) => one.sourceLanguage === 'fr' && one.targetLanguage === 'en')).toBe(true);
  expect(texts.every(({ asked, paragraphs }) => asked !== '' && paragraphs.length > 0)).toBe(true);
  // Delivered twice, as events may be, it lies there once.
  expect((await kept(french)).map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
});

it('what came in English needs no translation', async () => {
  expect(await kept(english)).toEqual([]);
});
