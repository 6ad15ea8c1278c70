import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../../tests/support/world.ts';
import { atomically, reading } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { aCity } from '../../city-registry/builders.ts';
import { aPerson, grantRoleTo } from '../../people/builders.ts';
import { aFact } from '../builders.ts';
import { factsOf } from '../store/facts.ts';
import { askCities } from './ask-cities.ts';
import { confirmFacts } from './confirm-facts.ts';
import { tasksFor } from './tasks-for.ts';

const world = await testWorld();
const worker = asWorker(world);
let cityId = '';
let lonely = '';
let holder = '';

const inMonths = (months: number) => {
  const day = new Date();
  day.setUTCDate(15);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day;
};
const mails = () =>
  worker.db
    .selectFrom('platform.mail')
    .select(['to_address', 'language', 'body', 'subject'])
    .orderBy('id')
    .execute();
const events = async (kind: string) =>
  (await worker.db.selectFrom('platform.event').select('payload').where('kind', '=', kind).execute()).map(
    ({ payload }) => payload as Record<string, unknown>,
  );

afterAll(() => world.close());
beforeAll(async () => {
  cityId = (await aCity(worker.db, { name: 'Asked' })).id;
  lonely = (await aCity(worker.db, { name: 'Lonely' })).id;
  holder = await aPerson(worker, { email: 'holder@example.org' });
  const former = await aPerson(worker, { email: 'former@example.org' });
  await grantRoleTo(worker, holder, 'city-focal-point', { cityId });
  await grantRoleTo(worker, former, 'mayor', { cityId, to: '2021-01-01' as never });
  await atomically(worker, systemActor, async (tx) => {
    await aFact(tx, worker, { cityId });
    await aFact(tx, worker, { cityId: lonely });
  });
});

describe('the monthly asking', () => {
  it('asks nobody while all is fresh', async () => {
    await askCities(worker);
    expect(await mails()).toEqual([]);
  });

  it('writes to today’s mandate holders only, once a month, and announces the asking with it', async () => {
    world.setNow(inMonths(13));
    const later = { ...worker, now: () => world.now() };
    await askCities(later);
    await askCities(later);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.to_address).toBe('holder@example.org');
    expect(mail?.body).toContain('Population hosted: Refugees and asylum seekers');
    expect(mail?.body).toContain(`/portal/cities/${cityId}/record`);
    const [asked, ...others] = await events('city-asked');
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      cityId,
      by: 'city-record',
      kind: 'fact',
      path: `/portal/cities/${cityId}/record`,
    });
  });

  it('stands as a task on the holder’s first page until all is confirmed, which settles the asking', async () => {
    const focal = someone('city-focal-point', { personId: holder, cityId });
    const tasks = () => reading(world, focal, (tx) => tasksFor(tx, focal, world.now()));
    expect((await tasks()).map(({ path }) => path)).toEqual([`/portal/cities/${cityId}/record`]);
    const facts = await reading(world, focal, (tx) => factsOf(tx, cityId));
    // The database's clock is today's; what is confirmed today is fresh for a world that is in today as well.
    await confirmFacts(world, focal, { cityId, facts });
    world.setNow(new Date());
    expect(await tasks()).toEqual([]);
  });

  it('asks again a month later when it is still old', async () => {
    world.setNow(inMonths(14));
    await askCities({ ...worker, now: () => world.now() });
    expect(await mails()).toHaveLength(2);
  });
});
