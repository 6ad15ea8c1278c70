import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../../tests/support/world.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { languages } from '../../../kernel/language.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { aCity } from '../../city-registry/builders.ts';
import { aPerson, grantRoleTo } from '../../people/builders.ts';
import { inviteCities } from '../actions/invite-cities.ts';
import { anActivity, inFive } from '../builders.ts';
import { routes as portal } from './city/routes.tsx';
import { routes as letters } from './public/routes.tsx';
import { routes as workspace } from './workspace/routes.tsx';

const world = await testWorld();
const worker = asWorker(world);
const today = dayInUtc(new Date());
const email = 'ama@example.org';
let city = '';
let other = '';
let course = '';
let focal: Actor;
let staff: Actor;
let director: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  [city, other, course] = (await atomically(worker, systemActor, async (tx) => [
    (await aCity(tx, { name: 'Kenema', secondaryCity: true })).id,
    (await aCity(tx, { name: 'Lyon', country: 'FR', globalSouth: false })).id,
    await anActivity(tx, {
      title: inFive('Course'),
      languages: ['en'],
      meetsAt: new Date(`${addDays(today, 9)}T10:00:00Z`),
    }),
  ])) as [string, string, string];
  await atomically(worker, systemActor, (tx) =>
    anActivity(tx, { title: inFive('For France'), countries: ['FR'], bands: ['1m-5m'] }),
  );
  const personId = await aPerson(worker, { name: 'Ama', email });
  await grantRoleTo(worker, personId, 'city-focal-point', { cityId: city });
  focal = someone('city-focal-point', { personId, cityId: city });
  staff = someone('staff-communications', { personId: await aPerson(worker), name: 'Sena' });
  director = someone('director', { personId: await aPerson(worker) });
});

type Sent = Record<string, string | string[]>;
const at = (routes: typeof portal, actor: Actor) => (path: string, form?: Sent) =>
  visitPage(world, routes, { actor, path, ...(form ? { form } : {}) });
const asCity = (path: string, form?: Sent) => at(portal, focal)(path, form);
const asStaff = (path: string, form?: Sent) => at(workspace, staff)(path, form);
const asDirector = (path: string, form?: Sent) => at(workspace, director)(path, form);
const linkOf = async () => {
  const mail = await worker.db
    .selectFrom('platform.mail')
    .select('body')
    .where('to_address', '=', email)
    .executeTakeFirst();
  return /\/programme\/invitations\/[A-Za-z0-9_-]{43}/.exec(mail?.body ?? '')?.[0] ?? '';
};

describe('a city looks for what is open', () => {
  it('reads why each fits, and why another is shut and what would change that', async () => {
    const page = await asCity(`/portal/cities/${city}/programme`);
    expect(page.text).toContain('Held in English.');
    expect(page.text).toContain('First meets at about 9:00 where you are.');
    expect(page.text).toContain('Only for: France. Yours is: Sierra Leone.');
    expect(page.text).toContain('It would take a round for your country');
    expect((await asCity('/portal/programme')).location).toBe(`/portal/cities/${city}/programme`);
    expect((await asCity(`/portal/cities/${other}/programme`)).status).toBe(404);
    expect((await asCity(`/portal/cities/${other}/asked`)).status).toBe(404);
  });

  it('says that it is too much, is told of both wrong answers, and takes it back', async () => {
    const path = `/portal/cities/${city}/quiet`;
    expect(problemsOn(await asCity(path, { until: 'soon', why: 'x'.repeat(700) }))).toHaveLength(2);
    expect(problemsOn(await asCity(path, { until: '2020-01-01', why: '' }))).toEqual([
      'Choose a day from today on.',
    ]);
    expect((await asCity(path, { until: addDays(today, 5), why: 'Elections' })).status).toBe(303);
    expect((await asCity(`/portal/cities/${city}/asked`)).text).toContain('Quiet until');
    const blocked = await asStaff(`/workspace/programme/activities/${course}/invitations/new?city=${city}`);
    expect(blocked.text).toContain('The city asked for quiet until');
    expect((await asCity(`${path}/lifting`, {})).status).toBe(303);
  });
});

describe('staff open an activity by hand', () => {
  const text = Object.fromEntries(
    languages.flatMap((code) => [
      [`title-${code}`, `Call ${code}`],
      [`about-${code}`, `About ${code}`],
    ]),
  );
  const answers: Sent = {
    ...text,
    kind: 'other',
    opensOn: today,
    closesOn: addDays(today, 9),
    countries: 'sl, ke',
    incomes: ['LIC', 'LMC'],
    topics: ['housing'],
  };

  it('hears all problems at once and loses no answer', async () => {
    const page = await asStaff('/workspace/programme/activities', {
      ...answers,
      'title-fr': '',
      countries: 'Kenya',
      closesOn: '2020-01-01',
      meetsTime: '25:00',
      places: 'many',
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page).length).toBeGreaterThanOrEqual(4);
    expect(page.document.querySelector('input[name=title-es]')?.getAttribute('value')).toBe('Call es');
    expect([...page.document.querySelectorAll('input[name=incomes][checked]')]).toHaveLength(2);
  });

  it('saves it, changes it once, and shows both texts to who comes late', async () => {
    const path = (await asStaff('/workspace/programme/activities', answers)).location ?? '';
    expect((await asStaff(path)).text).toContain('Open to: Sierra Leone and Kenya.');
    const change = { ...answers, 'title-en': 'Call, changed', version: '1' };
    expect((await asStaff(path, change)).status).toBe(303);
    const stale = await asStaff(path, { ...change, 'title-en': 'Call, otherwise' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Call, changed');
    expect((await asStaff(`${path}/closing`, {})).status).toBe(303);
    expect((await asStaff(`${path}/closing`, {})).status).toBe(409);
  });

  it('writes its own letter, with known blanks only', async () => {
    const path = `/workspace/programme/activities/${course}/letters/en`;
    const wrong = await asStaff(path, { subject: 'Hello {citty}', body: 'x', version: '0' });
    expect(problemsOn(wrong)).toEqual(['There is no blank called “citty”.']);
    expect(
      (await asStaff(path, { subject: 'Come, {city}', body: 'Dear {name}: {title}', version: '0' })).status,
    ).toBe(303);
    expect((await asStaff(path, { subject: 'Other', body: 'y', version: '0' })).status).toBe(409);
  });
});

describe('staff invite', () => {
  const path = () => `/workspace/programme/activities/${course}`;

  it('see whom to reach with reasons and the rule, as a page and as a file', async () => {
    const page = await asStaff(`${path()}/reach`);
    expect(page.text).toContain('secondary city: 20');
    expect(page.text).toContain('0 of 4');
    const file = await asStaff(`${path()}/reach.csv`);
    expect(file.text.split('\r\n')[0]).toMatch(/^rank,geonames_id,city/);
    expect(file.headers.get('cache-control')).toBe('no-store');
  });

  it('read the letter, send it, and are told that it was sent when they try again', async () => {
    const preview = await asStaff(`${path()}/invitations/new?city=${city}&city=${other}`);
    expect(preview.text).toContain('Dear Ama: Course');
    expect(preview.text).toContain('Nobody to write to');
    const sent = await asStaff(`${path()}/invitations`, { cities: [city, other], chosen: city, reason: '' });
    expect(sent.status).toBe(303);
    expect((await asStaff(sent.location ?? '')).text).toContain('1 invitation is on its way');
    const again = await asStaff(`${path()}/invitations`, { cities: city, chosen: city, reason: '' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Invited before, by Sena on');
    expect(problemsOn(await asStaff(`${path()}/invitations`, { cities: city, reason: '' }))).toEqual([
      'Tick at least one city.',
    ]);
  });

  it('beyond the budget ask the director, who decides on a page of its own', async () => {
    const id = await atomically(worker, systemActor, (tx) => anActivity(tx, { title: inFive('Another') }));
    await asDirector(`/workspace/programme/cities/${city}/budget`, { perMonth: '1', why: '', version: '0' });
    expect(
      problemsOn(
        await asStaff(`/workspace/programme/activities/${id}/invitations`, {
          cities: city,
          chosen: city,
          reason: '',
        }),
      ),
    ).toHaveLength(1);
    await asStaff(`/workspace/programme/activities/${id}/invitations`, {
      cities: city,
      chosen: city,
      reason: 'Their idea',
    });
    const page = await asDirector(`/workspace/programme/activities/${id}`);
    const consent = page.document.querySelector('a[href*="/consents/"]')?.getAttribute('href') ?? '';
    expect((await asDirector(consent)).text).toContain('Their idea');
    expect(problemsOn(await asDirector(`${consent}/decision`, { decision: 'no', whyNot: '' }))).toHaveLength(
      1,
    );
    expect((await asDirector(`${consent}/decision`, { decision: 'no', whyNot: 'Next month' })).status).toBe(
      303,
    );
    expect((await asDirector(consent)).text).toContain('Next month');
    expect(
      problemsOn(
        await asDirector('/workspace/programme/contact-budget', { perMonth: '999', why: '', version: '1' }),
      ),
    ).toHaveLength(1);
  });
});

describe('the letter’s link', () => {
  it('opens a page and answers nothing by itself; then a yes, which the portal shows', async () => {
    const link = await linkOf();
    const open = at(letters, { ...someone('partner'), personId: null, roles: [] });
    expect((await open(link)).text).toContain('Will your city take part?');
    expect((await open(`${link}/received`)).location).toBe(link);
    expect(problemsOn(await open(link, { answer: 'no', reason: '', laterOn: '' }))).toEqual([
      'Say in a few words why not.',
    ]);
    const sent = await open(link, { answer: 'yes', reason: '', laterOn: '' });
    expect((await open(sent.location ?? '')).text).toContain('Your answer is in');
    expect((await asCity(`/portal/cities/${city}/programme`)).text).toContain('You said yes');
    expect((await open(`${link.slice(0, -1)}_`)).status).toBe(404);
  });
});

describe('every page', () => {
  it.each(languages)('is drawn in %s, with one headline and no word left out', async (language) => {
    const invitation = await worker.db
      .selectFrom('programme.invitation')
      .select('id')
      .where('city_id', '=', city)
      .executeTakeFirst();
    const base = '/workspace/programme';
    const one = `${base}/activities/${course}`;
    const pages: [typeof portal, Actor, string][] = [
      ...['', '/contact-budget', '/cities?q=kenem', `/cities/${city}`, '/activities/new'].map(
        (rest): [typeof portal, Actor, string] => [workspace, director, `${base}${rest}`],
      ),
      ...[
        '',
        '/reach?needing=yes&country=SL',
        '/letters/ar',
        '/invitations',
        `/invitations/new?city=${other}`,
      ].map((rest): [typeof portal, Actor, string] => [workspace, director, `${one}${rest}`]),
      ...[
        'programme',
        'asked',
        `invitations/${invitation?.id}`,
        `invitations/${invitation?.id}/received`,
      ].map((rest): [typeof portal, Actor, string] => [portal, focal, `/portal/cities/${city}/${rest}`]),
    ];
    for (const [routes, actor, path] of pages) {
      const page = await visitPage(world, routes, { actor, path, language });
      expect(page.status, path).toBe(200);
      expect(page.text, `${language} ${path}`).not.toMatch(/programme:|city-registry:|support-desk:/);
      expect(page.document.querySelectorAll('h1'), path).toHaveLength(1);
    }
  });

  it('keeps inviting from who may not', async () => {
    const finance = at(workspace, someone('finance'));
    expect((await finance('/workspace/programme')).status).toBe(200);
    expect(
      (await finance(`/workspace/programme/activities/${course}/invitations/new?city=${city}`)).status,
    ).not.toBe(200);
    await expect(
      inviteCities(world, someone('finance'), { activityId: course, cityIds: [city], reason: null }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
