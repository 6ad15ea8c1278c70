import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { calendarDate, dayInUtc } from '../../kernel/calendar-date.ts';
import { type Language, languages } from '../../kernel/language.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson } from '../people/builders.ts';
import { aFact } from './builders.ts';
import { routes as portal } from './pages/city/routes.tsx';
import { routes as workspace } from './pages/workspace/routes.tsx';
import { factIn } from './rules/fact.ts';
import { factsOf } from './store/facts.ts';

const world = await testWorld();
const worker = asWorker(world);
let cityId = '';
let focal: Actor;
let mayor: Actor;
let staff: Actor;
const key = () => crypto.randomUUID();

afterAll(() => world.close());
beforeAll(async () => {
  focal = someone('city-focal-point', { personId: await aPerson(worker) });
  mayor = someone('mayor', { personId: await aPerson(worker) });
  staff = someone('staff-support', { personId: await aPerson(worker) });
});
beforeEach(async () => {
  const city = await aCity(worker.db, { name: 'Example', population: 200_000 });
  cityId = city.id;
  const of = (actor: Actor, role: 'mayor' | 'city-focal-point'): Actor => ({
    ...actor,
    roles: [{ role, cityId, organisationId: null, until: null }],
  });
  focal = of(focal, 'city-focal-point');
  mayor = of(mayor, 'mayor');
});

const base = () => `/portal/cities/${cityId}/record`;
const open = (path: string, actor = focal, language: Language = 'en') =>
  visitPage(world, portal, { actor, path: `${base()}${path}`, language });
const send = (path: string, form: Record<string, string | string[]>, actor = focal) =>
  visitPage(world, portal, { actor, path: `${base()}${path}`, form });
const sendAsStaff = (path: string, form: Record<string, string>) =>
  visitPage(world, workspace, { actor: staff, path: `/workspace/cities/${cityId}/record${path}`, form });
const refugees = {
  number: '12 000',
  how: 'register',
  note: '',
  asOf: '2025-12-31',
  source: 'City register',
  sourceAddress: '',
  audience: 'council',
  version: '0',
};
const told = (actor: Actor = focal) => reading(world, actor, (tx) => factsOf(tx, cityId));

describe('a city tells its record', () => {
  it('shows what is not told yet, how complete it is and what to do next, in every language', async () => {
    for (const language of languages) {
      const page = await open('', focal, language);
      expect(page.status).toBe(200);
      expect(page.document.querySelectorAll(`a[href$="/facts/mayor"]`).length).toBeGreaterThan(0);
      expect(page.document.querySelector('meter')?.getAttribute('value')).toBe('0');
    }
  });

  it('keeps a fact with who said it, when, from what source and for whom', async () => {
    const sent = await send('/facts/population.refugees', refugees);
    expect([sent.status, sent.location]).toEqual([303, `${base()}?done=saved`]);
    const fact = factIn(await told(), 'population', 'refugees');
    expect(fact).toMatchObject({
      value: { number: 12_000, how: 'register', note: null },
      source: 'City register',
      asOf: '2025-12-31',
      audience: 'council',
      saidAs: 'city-focal-point',
      onBehalf: false,
      version: 1,
    });
    const page = await open('');
    expect(page.document.body.textContent).toContain('12,000 people');
    const history = await open('/facts/population.refugees/history');
    expect(history.document.querySelectorAll('.timeline li')).toHaveLength(1);
  });

  it.each([
    ['a negative number', { number: '-5' }, 'A number of people cannot be below zero.'],
    ['an absurd number', { number: '900000000000' }, 'No city hosts more than 30,000,000 people.'],
    ['words for a number', { number: 'many' }, 'Write a whole number'],
    ['more than the whole city', { number: '300000' }, 'is more than the whole city'],
    ['a day to come', { asOf: '2099-01-01' }, 'This day is still to come.'],
    ['no source', { source: '' }, 'Say where the number comes from'],
    ['no way of counting', { how: '' }, 'Fill this in.'],
    ['HTML', { note: '<script>alert(1)</script>' }, 'Write plain text: no HTML tags.'],
    ['300 KB of text', { note: 'é'.repeat(300_000) }, 'Shorten this to 600 characters or fewer.'],
    ['an audience nobody knows', { audience: 'all' }, 'Choose one of the answers.'],
  ])('refuses %s with its sentence and keeps all answers', async (_what, wrong, sentence) => {
    const page = await send('/facts/population.refugees', { ...refugees, ...wrong });
    expect(page.status).toBe(422);
    expect(problemsOn(page).join(' ')).toContain(sentence);
    const note = (page.document.querySelector('textarea[name=note]')?.textContent ?? '').replaceAll(
      '&lt;',
      '<',
    );
    expect(note).toContain((wrong as { note?: string }).note ?? '');
    expect(page.document.querySelector('input[name=source]')?.getAttribute('value') ?? '').toBe(
      (wrong as { source?: string }).source ?? 'City register',
    );
    expect(await told()).toEqual([]);
  });

  it('says all that is wrong at once', async () => {
    const page = await send('/facts/population.refugees', {
      ...refugees,
      number: '-1',
      asOf: '',
      source: '',
      how: '',
    });
    expect(problemsOn(page)).toHaveLength(4);
  });

  it('takes a number above the city’s own when it is said to be right', async () => {
    const page = await send('/facts/population.refugees', { ...refugees, number: '300000', sure: 'yes' });
    expect(page.status).toBe(303);
  });

  it('does one press once', async () => {
    const form = { ...refugees, key: key() };
    await send('/facts/population.refugees', form);
    const again = await send('/facts/population.refugees', form);
    expect(again.status).toBe(303);
    expect((await told())[0]?.version).toBe(1);
  });

  it('shows both texts to the one who comes second', async () => {
    await send('/facts/population.refugees', refugees);
    await send('/facts/population.refugees', { ...refugees, number: '13000', version: '1' }, mayor);
    const late = await send('/facts/population.refugees', { ...refugees, number: '14000', version: '1' });
    expect(late.status).toBe(409);
    expect(late.document.querySelector('.stale')?.textContent).toMatch(/13000[\s\S]*14000/);
    const version = late.document.querySelector('input[name=version]')?.getAttribute('value') ?? '';
    const saved = await send('/facts/population.refugees', { ...refugees, number: '14000', version });
    expect(saved.status).toBe(303);
  });

  it('tells a need by its topic, and not the same topic twice', async () => {
    const need = {
      topic: 'housing',
      urgency: 'now',
      detail: 'Homes for 300 families',
      until: '',
      audience: 'council',
      version: '0',
    };
    expect((await send('/facts/need', need)).status).toBe(303);
    const again = await send('/facts/need', need);
    expect([again.status, problemsOn(again)]).toEqual([
      422,
      ['The record has this already. Open it and change it there.'],
    ]);
    expect((await told()).map(({ kind, item }) => `${kind}.${item}`)).toEqual(['need.housing']);
  });

  it('keeps an office as contact point, never a person', async () => {
    const point = {
      office: 'مكتب الهجرة',
      email: 'migration@example.org',
      phone: '',
      place: '',
      audience: 'network',
      version: '0',
    };
    const refused = await send('/facts/contact-point', point);
    expect(problemsOn(refused)[0]).toContain('an office’s contact');
    expect((await send('/facts/contact-point', { ...point, notPersonal: 'yes' })).status).toBe(303);
    const [fact] = await told();
    expect(fact?.item).toMatch(/^x[0-9a-f]{12}$/);
    const page = await open(`/facts/contact-point.${fact?.item}`);
    expect(page.document.querySelector('h1')?.textContent).toBe('مكتب الهجرة');
  });

  it('wants a link or a file for a document', async () => {
    const page = await send('/facts/document', {
      title: 'Plan',
      address: '',
      audience: 'council',
      version: '0',
    });
    expect(problemsOn(page)).toEqual(['Give a link or a file.']);
  });
});

describe('age', () => {
  const facts = async () => {
    await atomically(worker, systemActor, async (tx) => {
      await aFact(tx, worker, { cityId });
      await aFact(tx, worker, {
        cityId,
        kind: 'mayor',
        item: '',
        value: { name: 'Ada', office: 'mayor', from: null, to: null },
        source: null,
        asOf: null,
      });
    });
    const later = new Date();
    later.setUTCMonth(later.getUTCMonth() + 13);
    world.setNow(later);
    // The database keeps its own clock: what was confirmed counts as of then.
  };
  afterAll(() => world.setNow(new Date()));

  it('asks for what is old, and takes one press for one fact or for all', async () => {
    await facts();
    const page = await open('');
    expect(page.document.querySelectorAll('.tag.signal')).toHaveLength(2);
    const seen = [...page.document.querySelectorAll('#confirm input[name=facts]')].map(
      (input) => input.getAttribute('value') ?? '',
    );
    expect(seen).toEqual(['mayor 1', 'population.refugees 1']);
    const sent = await send('/confirmations', { facts: seen });
    expect([sent.status, sent.location]).toEqual([303, `${base()}?done=confirmed`]);
    expect((await told()).map(({ version }) => version)).toEqual([2, 2]);
    const history = await open('/facts/mayor/history');
    expect(history.document.querySelector('.timeline li')?.textContent).toContain('Confirmed');
  });

  it('does not confirm unseen what was changed meanwhile', async () => {
    await facts();
    await send('/facts/population.refugees', { ...refugees, number: '9000', version: '1' }, mayor);
    const late = await send('/confirmations', { facts: ['population.refugees 1'] });
    expect(late.status).toBe(409);
    expect(problemsOn(late)[0]).toContain('was changed since you opened the page');
  });
});

describe('staff on the city’s behalf', () => {
  it('say how they know, and the city sees that they said it', async () => {
    const refused = await sendAsStaff('/facts/population.refugees', refugees);
    expect(problemsOn(refused)).toEqual(['You write for the city: say how you know.']);
    const sent = await sendAsStaff('/facts/population.refugees', { ...refugees, basis: 'Call on 3 March' });
    expect(sent.status).toBe(303);
    const history = await open('/facts/population.refugees/history');
    expect(history.document.body.textContent).toContain('Call on 3 March');
    expect((await open('')).document.body.textContent).toContain('by the council on the city’s behalf');
  });

  it('may not keep a fact to the city, nor write over what the city keeps to itself', async () => {
    const form = { ...refugees, basis: 'A letter' };
    expect((await sendAsStaff('/facts/population.refugees', { ...form, audience: 'city' })).status).toBe(422);
    await send('/facts/population.refugees', { ...refugees, audience: 'city' });
    const blind = await sendAsStaff('/facts/population.refugees', form);
    expect([blind.status, problemsOn(blind)]).toEqual([
      409,
      ['The city has said something here that only its own people see. Ask the city.'],
    ]);
  });

  it('find which city told how much', async () => {
    await send('/facts/population.refugees', refugees);
    const page = await visitPage(world, workspace, { actor: staff, path: '/workspace/city-records' });
    expect(page.document.querySelector(`a[href="/workspace/cities/${cityId}/record"]`)).not.toBeNull();
  });
});

describe('history', () => {
  it('withdraws by a statement with its reason, and can be told again', async () => {
    await send('/facts/population.refugees', refugees);
    const bare = await send('/facts/population.refugees/withdrawal', { reason: '', version: '1' });
    expect(bare.status).toBe(422);
    const sent = await send('/facts/population.refugees/withdrawal', {
      reason: 'Counted twice',
      version: '1',
    });
    expect(sent.location).toBe(`${base()}?done=withdrawn`);
    expect(await told()).toEqual([]);
    const again = await send('/facts/population.refugees', { ...refugees, number: '7000', version: '2' });
    expect(again.status).toBe(303);
    expect(factIn(await told(), 'population', 'refugees')?.version).toBe(3);
  });

  it('shows the record as it was on a day, without anything to change', async () => {
    await send('/facts/population.refugees', refugees);
    const today = dayInUtc(new Date());
    const before = await reading(world, focal, (tx) =>
      factsOf(tx, cityId, { day: calendarDate('2020-01-01') }),
    );
    expect(before).toEqual([]);
    const now = await reading(world, focal, (tx) => factsOf(tx, cityId, { day: today }));
    expect(now).toHaveLength(1);
    expect(now[0]).toMatchObject({ value: { number: 12_000 }, version: 1 });
    const page = await open('?as-at=2020-01-01');
    expect(page.document.body.textContent).toContain('Nothing was told by that day');
    expect(page.document.querySelector('#confirm')).toBeNull();
  });

  it('draws one line for each sort of people, from every count, and never adds them up', async () => {
    await send('/facts/population.refugees', refugees);
    await send('/facts/population.refugees', {
      ...refugees,
      number: '15000',
      asOf: '2026-06-30',
      version: '1',
    });
    await send('/facts/population.migrants', { ...refugees, number: '40000' });
    const page = await open('');
    expect(page.document.querySelector('figure')?.textContent).toContain('15,000');
    expect(page.document.body.textContent).not.toContain('55,000');
    expect(page.document.body.textContent).toContain('They are never added up.');
  });

  it('comes along as CSV and JSON, and on one page for print', async () => {
    await send('/facts/population.refugees', refugees);
    const csv = await open('.csv');
    expect(csv.text.split('\r\n')[1]).toContain(
      'population.refugees,12000; register,City register,,2025-12-31,council,',
    );
    expect(csv.headers.get('cache-control')).toBe('no-store');
    const json = JSON.parse((await open('.json')).text);
    expect(json.facts[0]).toMatchObject({
      fact: 'population.refugees',
      saidBy: 'city',
      source: 'City register',
    });
    for (const language of languages) expect((await open('/profile', focal, language)).status).toBe(200);
  });
});
