import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../../tests/support/world.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { stableId } from '../../../kernel/id.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import type { TrialScene } from '../../../kernel/trial-scene.ts';
import { atomically, reading } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { aCity } from '../../city-registry/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { fillTrial, tasksFor } from '../index.ts';
import type { FormShelf } from './form-shelf.ts';
import { routes as api } from '../api.ts';
import { publicRoutes } from './public/routes.tsx';
import { windowRoutes } from './workspace/window-routes.ts';

const title = { en: 'Intake form', fr: 'Formulaire', es: 'Formulario', pt: 'Formulário', ar: 'استمارة' };
const formId = stableId('form-version', 'example intake');
const shelf: FormShelf = {
  list: async () => [{ versionId: formId, title, version: 1 }],
  find: async (_reader, id) =>
    id === formId
      ? {
          title,
          version: 1,
          sections: [
            { key: 'a', title, questions: [{ key: 'q', label: title, needed: true, maxWords: 50 }] },
          ],
        }
      : undefined,
};
const routes = [...publicRoutes(shelf), ...windowRoutes(shelf), ...api];
const world = await testWorld();
const worker = asWorker(world);
let keeper: Actor;
let second: Actor;
let cityId = '';
const slug = 'example-window-work-and-welcome';
const exampleId = stableId('window', slug);

afterAll(() => world.close());
beforeAll(async () => {
  const people = [
    await aPerson(worker, { name: 'Trial fund staff' }),
    await aPerson(worker, { name: 'Trial director' }),
  ];
  keeper = someone('staff-fund', { personId: people[0] ?? '' });
  second = someone('director', { personId: people[1] ?? '' });
  const scene = {
    people: { 'staff-fund': people[0], director: people[1] },
    cities: [],
    today: calendarDate(new Date().toISOString().slice(0, 10)),
  } as unknown as TrialScene;
  cityId = await atomically(worker, systemActor, async (tx) => {
    await fillTrial(tx, worker, scene);
    await fillTrial(tx, worker, scene);
    return (await aCity(tx, { name: 'Kenema', population: 1000 })).id;
  });
});

const see = (path: string, actor?: Actor, language: Language = 'en') =>
  visitPage(world, routes, { path, language, ...(actor ? { actor } : {}) });
const send = (path: string, actor: Actor, form: Record<string, string | string[]>) =>
  visitPage(world, routes, { path, actor, form });
const inFive = (name: string, text: string) =>
  Object.fromEntries(
    languages.map((one) => [`${name}${one.slice(0, 1).toUpperCase()}${one.slice(1)}`, text]),
  );

describe('the public page of a window', () => {
  it('says who, what, when, how it is judged and what was done, in each language within the page budget', async () => {
    for (const language of languages) {
      const page = await see(`/fund/windows/${slug}?city=${cityId}`, undefined, language);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/fund:|undefined|\[object/);
      expect(gzipSync(page.text).length, language).toBeLessThan(14 * 1024);
    }
    const page = await see(`/fund/windows/${slug}?city=${cityId}`);
    const text = (page.document.body.textContent ?? '').replaceAll('\u00a0', ' ');
    expect(text).toContain('This window is an example');
    expect(text).toContain('Up to USD 500,000');
    expect(text).toMatch(/17:00 (GMT-[45]|EST|EDT)/);
    expect(text).toContain('(Kenema)');
    expect(text).toMatch(/2[12]:00 UTC/);
    expect(text).toContain('30%');
    expect(text).toContain('May two cities apply together?');
    expect(text).toContain('The example round begins.');
    // A move that still waits is nobody's business.
    expect(text).not.toContain('no connection');
  });

  it('tells a city that it cannot apply, why, and what would change it', async () => {
    const page = await see(`/fund/windows/${slug}/eligibility?city=${cityId}`);
    const text = page.document.body.textContent ?? '';
    expect(text).toContain('Cannot apply');
    expect(text).toContain('About 1,000 people.');
    expect(text).toContain('GeoNames');
    expect(text).toContain('An official figure of at least 20,000 people.');
  });

  it('finds a city without JavaScript, and says when nothing was typed', async () => {
    const found = await see(`/fund/windows/${slug}/eligibility/cities?citySearch=kenema`);
    expect(found.document.querySelector(`input[type=radio][value="${cityId}"]`)).not.toBeNull();
    const empty = await see(`/fund/windows/${slug}/eligibility?citySearch=`);
    expect(problemsOn(empty)).toHaveLength(1);
  });

  it('gives the deadlines as a calendar in UTC, and the window as data', async () => {
    const calendar = await see(`/fund/windows/${slug}/calendar.ics`);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(calendar.text).toMatch(/DTSTART:\d{8}T\d{6}Z/);
    const list = JSON.parse((await see('/api/v1/windows')).text) as {
      items: { slug: string; ceiling: object }[];
    };
    expect(list.items).toMatchObject([{ slug, ceiling: { amountMinor: '50000000', currency: 'USD' } }]);
    expect((await see(`/api/v1/windows/${slug}`)).text).not.toContain(keeper.personId);
    expect((await see(`/fund/forms/${formId}`)).text).toContain('at most 50 words');
  });

  it('takes a question from anybody, says all problems at once, and shows one answer to all', async () => {
    const wrong = await send(`/fund/windows/${slug}/questions`, someone('mayor'), {
      asked: '',
      email: 'nobody',
    });
    expect(wrong.status).toBe(422);
    expect(problemsOn(wrong)).toHaveLength(2);
    const sent = await send(`/fund/windows/${slug}/questions`, someone('mayor'), {
      asked: 'Can a metropolis apply?',
      city: 'Kenema',
      email: 'who@asks.example',
    });
    expect(sent.location).toBe(`/fund/windows/${slug}/questions/received`);
    const staff = await see(`/workspace/fund/windows/${exampleId}/questions`, keeper);
    const box = staff.document.querySelector('input[name=questions]')?.getAttribute('value') ?? '';
    const answered = await send(`/workspace/fund/windows/${exampleId}/questions/answers`, keeper, {
      questions: box,
      ...inFive('question', 'Can a metropolis apply?'),
      ...inFive('answer', 'Yes, it can.'),
    });
    expect(answered.status).toBe(303);
    const page = await see(`/fund/windows/${slug}`);
    expect(page.text).toContain('Yes, it can.');
    expect(page.text).not.toContain('asks.example');
  });
});

describe('a window made by copying', () => {
  it('is seen by nobody outside until a second person opens it, as it was proposed', async () => {
    const begun = await send('/workspace/fund/windows', keeper, { name: 'Work 2027', copyOf: exampleId });
    const path = begun.location ?? '';
    expect((await see('/fund/windows/work-2027')).status).toBe(404);
    const early = await send(`${path}/opening`, keeper, { reasonEn: 'Now.' });
    expect(early.status).toBe(422);
    expect(early.document.body.textContent).toContain('missing before the window can open');
    const wording = {
      ...inFive('name', 'Work 2027'),
      ...inFive('theme', 'Work.'),
      ...inFive('whoCanApply', 'Cities.'),
    };
    const rest = {
      ...inFive('gives', 'Money.'),
      ...inFive('asks', 'Forms.'),
      ...inFive('judging', 'Fairly.'),
    };
    const versionOf = async () =>
      (await see(`${path}/wording`, keeper)).document
        .querySelector('input[name=version]')
        ?.getAttribute('value') ?? '';
    const opened = await versionOf();
    expect((await send(`${path}/wording`, keeper, { ...wording, ...rest, version: opened })).status).toBe(
      303,
    );
    const stale = await send(`${path}/wording`, second, {
      ...wording,
      ...rest,
      nameEn: 'Other',
      version: opened,
    });
    expect(stale.status).toBe(409);
    expect(stale.document.body.textContent).toContain('Other');
    expect((await send(`${path}/opening`, keeper, { reasonEn: 'The round begins.' })).status).toBe(303);
    expect((await see(`${path}/preview`, keeper)).text).toContain('Work 2027');
    const tasks = await reading(world, second, (tx) => tasksFor(tx, second, new Date()));
    expect(tasks.map(({ what }) => what.key)).toContain('fund:task.open');
    const own = await see(path, keeper);
    expect(own.text).not.toContain('/approval');
    const waiting = await see(path, second);
    const approval =
      waiting.document.querySelector('form[action$="/approval"]')?.getAttribute('action') ?? '';
    expect((await send(approval, keeper, {})).status).toBe(422);
    expect((await send(approval, second, {})).status).toBe(303);
    expect((await see('/fund/windows/work-2027')).status).toBe(200);
    const frozen = await send(`${path}/terms`, keeper, { version: '1' });
    expect(frozen.status).toBe(422);
  });

  it('tells every problem of its terms at once and keeps what was typed', async () => {
    const begun = await send('/workspace/fund/windows', keeper, { name: 'Empty 2028', copyOf: '' });
    const path = begun.location ?? '';
    const page = await send(`${path}/terms`, keeper, {
      ceiling: '-5',
      ceilingCurrency: 'USD',
      otherCurrencies: 'XXQ',
      termMonths: 'two',
      overheadCap: '107',
      reviewersWanted: '11',
      minutesExpected: '',
      timeZone: 'Mars/Base',
      version: '1',
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page).length).toBeGreaterThanOrEqual(7);
    expect(page.text).toContain('value="XXQ"');
    for (const step of ['donors', 'stages', 'rules', 'criteria', 'budget', 'labels'])
      expect((await see(`${path}/${step}`, keeper)).status, step).toBe(200);
    const rule = await send(`${path}/rules`, keeper, {
      kind: 'population',
      weight: 'critical',
      atLeast: '50',
      atMost: '10',
    });
    expect(problemsOn(rule)[0]).toContain('less than');
    expect(
      (await send(`${path}/rules`, keeper, { kind: 'population', weight: 'critical', atLeast: '10' })).status,
    ).toBe(303);
  });
});

describe('screening', () => {
  it('confirms the rules alone, overrides them by two, and drafts the letter in the city’s language', async () => {
    const path = `/workspace/fund/windows/${exampleId}/cities/${cityId}`;
    const page = await see(`${path}?letter=fr`, keeper);
    expect(page.document.querySelector('textarea[lang=fr]')?.textContent).toContain('La règle');
    const bare = await send(`${path}/screening`, keeper, { outcome: 'eligible', reason: '' });
    expect(problemsOn(bare)[0]).toContain('Say why');
    expect(
      (await send(`${path}/screening`, keeper, { outcome: 'eligible', reason: 'The census says 25,000.' }))
        .status,
    ).toBe(303);
    const agreement =
      (await see(path, second)).document
        .querySelector('form[action$="/agreement"]')
        ?.getAttribute('action') ?? '';
    expect((await send(agreement, keeper, {})).status).toBe(422);
    expect((await send(agreement, second, {})).status).toBe(303);
    const csv = await see(`/workspace/fund/windows/${exampleId}/cities.csv`, keeper);
    expect(csv.text).toContain('Kenema');
    expect(csv.text).toContain('The census says');
    expect((await see(path, someone('mayor', { cityId }))).status).toBe(404);
  });
});
