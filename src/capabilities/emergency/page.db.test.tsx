import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addDays, calendarDate, dayInUtc } from '../../kernel/calendar-date.ts';
import type { Language } from '../../kernel/language.ts';
import { reading } from '../../platform/database/atomically.ts';
import { explain } from '../../platform/languages/catalogue.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { addResource } from './actions/save-resource.ts';
import { tasksFor } from './actions/tasks-for.ts';
import { aColleague, aResponse, flood, recordOf } from './builders.ts';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes as staffRoutes } from './pages/workspace/routes.tsx';

let world: TestWorld;
let worker: World;
let cityId: string;
let amina: Actor;
let bako: Actor;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
  amina = await aColleague(worker, 'Amina', 'staff-support');
  bako = await aColleague(worker, 'Bako', 'staff-communications');
});
afterAll(() => world.close());

type Form = Record<string, string | readonly string[]>;
const staff = (path: string, form?: Form, actor = amina) =>
  visitPage(world, staffRoutes, { actor, path: `/workspace/emergencies${path}`, ...(form ? { form } : {}) });
const reader = (path: string, language: Language = 'en') =>
  visitPage(world, publicRoutes, { path: `/emergencies${path}`, language });

describe('opening a page', () => {
  it('takes one form, a preview and one press; a second person confirms it; one press takes it back', async () => {
    const opened = await staff('', {
      title: 'Storm at the coast',
      what: 'A storm cut the roads.',
      language: 'en',
      country: 'SL',
      city: cityId,
      languages: ['en', 'ar'],
      startsOn: '2026-11-02',
    });
    expect(opened.status).toBe(303);
    const id = /emergencies\/([^/]+)\/preview/.exec(opened.location ?? '')?.[1] ?? '';
    expect((await reader('/storm-at-the-coast')).status).toBe(404);
    const preview = await staff(`/${id}/preview`);
    expect(preview.text).toContain('A storm cut the roads.');
    expect(preview.text).toContain('Publish now');
    expect((await staff(`/${id}/publication`, {})).status).toBe(303);
    const out = await reader('/storm-at-the-coast');
    expect(out.status).toBe(200);
    expect(out.headers.get('cache-control')).toBe('public, max-age=60');
    expect(out.text).toContain('A second has not yet confirmed it');
    expect((await staff(`/${id}/confirmation`, {})).status).toBe(422);
    expect((await staff(`/${id}/confirmation`, {}, bako)).status).toBe(303);
    expect((await reader('/storm-at-the-coast')).text).not.toContain('not yet confirmed');
    expect((await staff(`/${id}/taking-back`, {}, bako)).status).toBe(303);
    expect((await reader('/storm-at-the-coast')).status).toBe(404);
    const acts = await staff(`/${id}`);
    expect(acts.text).toContain('Took back the page');
  });

  it('says all that is wrong at once and keeps what was said', async () => {
    const wrong = await staff('', {
      title: '',
      what: '',
      language: 'en',
      country: '',
      startsOn: '2026-02-30',
    });
    expect(wrong.status).toBe(422);
    expect(problemsOn(wrong)).toHaveLength(4);
    expect(wrong.document.querySelector('[name=startsOn]')?.getAttribute('value')).toBe('2026-02-30');
  });

  it('gives the same title another address, and a press sent twice one page', async () => {
    const [first, second] = [
      await aResponse(world, amina, { cityId }),
      await aResponse(world, amina, { cityId }),
    ];
    expect((await recordOf(worker, first)).slug).toBe('floods-in-the-valley');
    expect((await recordOf(worker, second)).slug).toBe('floods-in-the-valley-2');
    const form = { ...flood, languages: ['en'], key: crypto.randomUUID(), title: 'Twice' };
    const [one, two] = [await staff('', form), await staff('', form)];
    expect(one.location).toBe(two.location);
  });

  it('is for the response team only', async () => {
    const finance = someone('finance');
    expect((await staff('/new', undefined, finance)).status).toBe(404);
    expect((await staff('', undefined, finance)).status).toBe(200);
    expect((await staff('', undefined, someone('mayor', { cityId }))).status).toBe(404);
  });
});

describe('texts', () => {
  it('are read in the reader’s language, else in the first with a note; a stale save shows both texts', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Heat' });
    await staff(`/${id}/words/ar`, { title: 'موجة حر', what: 'حر شديد.', version: '0' });
    expect((await reader('/heat', 'ar')).text).toContain('موجة حر');
    const french = await reader('/heat', 'fr');
    expect(french.document.querySelector('h1 [lang=en]')?.textContent).toBe('Heat');
    expect(french.text).toContain('pas encore dans votre langue');
    const stale = await staff(`/${id}/words/ar`, { title: 'حر', what: 'حر.', version: '0' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('شديد');
  });
});

describe('resources', () => {
  const hotline = {
    kind: 'hotline',
    title: 'Flood line',
    what: 'For anybody, day and night.',
    offeredBy: 'Red Cross branch of the trial',
    contact: '+232 1 234 567',
    languages: ['en'],
  };

  it('need somewhere to turn, fade when nobody looks, return with a check and leave when gone', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Landslide' });
    const nowhere = await staff(`/${id}/resources`, { ...hotline, contact: '' });
    expect(problemsOn(nowhere)).toEqual(['Say where to turn: a contact, a web address or a library page.']);
    const unknown = await staff(`/${id}/resources`, { ...hotline, library: '/sources/no-such-source' });
    expect(problemsOn(unknown)).toEqual(['There is no such page in the library.']);
    await staff(`/${id}/resources`, hotline);
    expect((await reader('/landslide')).document.querySelector('a[href="tel:+2321234567"]')).not.toBeNull();
    const resource = (await recordOf(worker, id)).resources[0]?.id ?? '';
    await worker.db
      .updateTable('emergency.resource')
      .set({ checked_on: addDays(dayInUtc(new Date()), -10) })
      .where('id', '=', resource)
      .execute();
    expect((await reader('/landslide')).text).toContain('Wants a new check');
    await staff(`/${id}/resources/${resource}/checks`, { found: 'works' }, bako);
    expect((await reader('/landslide')).text).not.toContain('Wants a new check');
    const csv = await reader('/landslide/resources.csv');
    expect(csv.text).toContain('hotline,Flood line');
    await staff(`/${id}/resources/${resource}/checks`, { found: 'gone' });
    expect((await reader('/landslide')).text).not.toContain('Flood line');
    const seen = await staff(`/${id}/resources`);
    expect(seen.text).toContain('Bako');
  });

  it('are narrowed by kind and language, and a page full of them stays light', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Drought' });
    const said = { ...hotline, responseId: id, address: null, librarySource: null, validUntil: null };
    for (let n = 1; n <= 60; n++)
      await addResource(world, amina, {
        ...said,
        kind: n % 2 ? 'hotline' : 'guide',
        title: `Resource number ${n} with a name of some length`,
        what: `For people of district ${n}, on weekdays from eight to five; bring any paper you have.`,
        languages: n % 3 ? ['en', 'fr'] : ['ar', 'so'],
      });
    const whole = await reader('/drought');
    expect(whole.document.querySelectorAll('#resources tbody tr')).toHaveLength(25);
    expect(gzipSync(whole.text).length).toBeLessThan(14 * 1024);
    const some = await reader('/drought?kind=guide&language=so');
    expect(some.document.querySelector('#resources [role=status]')?.textContent).toContain('10 resources');
    expect((await reader('/drought?page=3')).document.querySelectorAll('#resources tbody tr')).toHaveLength(
      10,
    );
  });

  it('are not saved over another’s change', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Fire' });
    await staff(`/${id}/resources`, hotline);
    const resource = (await recordOf(worker, id)).resources[0];
    const change = { ...hotline, title: 'Fire line', version: `${resource?.version}` };
    expect((await staff(`/${id}/resources/${resource?.id}`, change)).status).toBe(303);
    const stale = await staff(`/${id}/resources/${resource?.id}`, { ...change, title: 'Other' });
    expect([stale.status, stale.text.includes('Fire line')]).toEqual([409, true]);
  });
});

describe('the end', () => {
  it('keeps the page as a record with what was learned, and takes nothing more', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Cold' });
    expect((await staff(`/${id}/closing`, { lessons: '', language: 'en' })).status).toBe(422);
    await staff(`/${id}/closing`, { lessons: 'Call the neighbours first.', language: 'en' });
    const over = await reader('/cold');
    expect(over.text).toContain('Call the neighbours first.');
    expect(over.text).not.toContain('Ask for help</a>');
    expect((await staff(`/${id}/taking-back`, {})).status).toBe(422);
    expect((await staff(`/${id}/places`, { city: cityId })).status).toBe(422);
  });
});

describe('today', () => {
  it('asks another to confirm, and whoever can to look at old resources', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Quake' });
    await addResource(world, amina, {
      kind: 'shelter',
      title: 'School',
      what: 'Beds',
      offeredBy: 'City',
      contact: 'Main street',
      address: null,
      librarySource: null,
      languages: [],
      validUntil: calendarDate('2026-01-01'),
      responseId: id,
    });
    const said = async (actor: Actor) =>
      (await reading(world, actor, (tx) => tasksFor(tx, actor, new Date())))
        .map(({ what }) => explain('en', what))
        .filter((sentence) => sentence.includes('Quake'));
    expect(await said(bako)).toEqual([
      'Confirm the emergency page “Quake”',
      'Check whether a resource still works: Quake',
    ]);
    expect(await said(amina)).toEqual(['Check whether a resource still works: Quake']);
    const mayor = await aColleague(worker, 'Mayor', 'mayor', cityId);
    expect(await said(mayor)).toEqual(['Write how Kenema stands: Quake']);
  });
});
