import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../../../tests/support/world.ts';
import { atomically } from '../../../../platform/database/atomically.ts';
import { systemActor } from '../../../../platform/events/system-actor.ts';
import { aCity } from '../../../city-registry/builders.ts';
import { aBody } from '../../builders.ts';
import { routes } from './routes.tsx';

const world = await testWorld();
const actor = someone('staff-diplomacy');
const body = '/workspace/governance/bodies/harbour-board';
const good = {
  personName: 'Trial Mayor',
  role: 'co-lead',
  from: '2024-09',
  fromCertainty: 'by',
  lastListed: '2025',
  sourceAddress: 'https://example.org/list',
  sourceTitle: 'A list',
  sourcePublisher: 'Example Press',
};
const change = { ...good, to: '', toCertainty: 'stated', version: '1', reason: 'spelling' };
let cityId: string;

afterAll(() => world.close());
beforeAll(async () => {
  await atomically(asWorker(world), systemActor, async (tx) => {
    await aBody(tx);
    cityId = (await aCity(tx, { name: 'Kenema' })).id;
  });
});

const send = (path: string, form: Record<string, string>) => visitPage(world, routes, { actor, path, form });

describe('the form for a new seat', () => {
  it('says all problems at once and keeps every answer', async () => {
    const page = await send(`${body}/seats`, {
      ...good,
      from: '2024-13',
      role: 'king',
      sourceAddress: 'here',
      sourceTitle: '',
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(4);
    expect(page.document.querySelector('input[name=personName]')?.getAttribute('value')).toBe('Trial Mayor');
    expect(page.document.querySelector('input[name=from]')?.getAttribute('value')).toBe('2024-13');
  });

  it('finds a city without JavaScript and keeps the answers', async () => {
    const page = await send(`${body}/seats/city-search`, { ...good, citySearch: 'kene' });
    expect(page.status).toBe(200);
    expect(page.document.querySelector('input[type=radio][name=city]')?.getAttribute('value')).toBe(cityId);
    expect(page.document.querySelector('input[name=personName]')?.getAttribute('value')).toBe('Trial Mayor');
  });

  it('records the seat and leads to it; the same again is refused in a sentence', async () => {
    const page = await send(`${body}/seats`, { ...good, city: cityId });
    expect(page.status).toBe(303);
    const seat = await visitPage(world, routes, { actor, path: page.location ?? '' });
    expect(seat.document.querySelector('h1')?.textContent).toBe('Kenema, Trial Mayor');
    expect(seat.text).toContain('recorded that Kenema, Trial Mayor sits in Harbour Board');
    const again = await send(`${body}/seats`, { ...good, city: cityId });
    expect(problemsOn(again)).toEqual([expect.stringContaining('already')]);
  });
});

describe('a seat in the workspace', () => {
  it('is corrected, and a page that has grown stale shows both texts', async () => {
    const made = await send(`${body}/seats`, { ...good, personName: 'Another Mayor' });
    const path = made.location ?? '';
    expect((await send(`${path}/correction`, { ...change, personName: 'First Correction' })).status).toBe(
      303,
    );
    const late = await send(`${path}/correction`, { ...change, personName: 'Second Correction' });
    expect(late.status).toBe(409);
    expect(late.document.querySelector('.notice')?.textContent).toContain('First Correction');
    expect(late.document.querySelector('#correct input[name=personName]')?.getAttribute('value')).toBe(
      'Second Correction',
    );
  });

  it('ends only with a day, a reason and a source', async () => {
    const made = await send(`${body}/seats`, { ...good, personName: 'Third Mayor' });
    const page = await send(`${made.location}/end`, { to: '', toCertainty: 'stated', version: '1' });
    expect(page.status).toBe(422);
    expect(problemsOn(page).length).toBeGreaterThanOrEqual(4);
  });

  it('offers changes only to those who keep seats', async () => {
    const made = await send(`${body}/seats`, { ...good, personName: 'Fourth Mayor' });
    const seen = await visitPage(world, routes, { actor: someone('staff-fund'), path: made.location ?? '' });
    expect(seen.status).toBe(200);
    expect(seen.document.querySelector('form')).toBeNull();
    const tried = await visitPage(world, routes, {
      actor: someone('staff-fund'),
      path: `${made.location}/correction`,
      form: change,
    });
    expect(tried.status).toBe(404);
    expect((await visitPage(world, routes, { actor: someone('partner'), path: body })).status).toBe(404);
  });

  it('is not there under an id nobody gave', async () => {
    for (const id of ['nonsense', world.newId()])
      expect(
        (await visitPage(world, routes, { actor, path: `/workspace/governance/seats/${id}` })).status,
      ).toBe(404);
  });
});
