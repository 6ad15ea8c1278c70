import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEdition } from '../../../../edition/index.ts';
import { calendarDate } from '../../../../kernel/calendar-date.ts';
import { languages } from '../../../../kernel/language.ts';
import { atomically } from '../../../../platform/database/atomically.ts';
import { systemActor } from '../../../../platform/events/system-actor.ts';
import { visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../../tests/support/world.ts';
import { loadSources } from '../../../library/index.ts';
import { loadCountries } from '../../actions/load-countries.ts';
import { recordEngagementByHand } from '../../actions/record-engagement-by-hand.ts';
import { aCity } from '../../builders.ts';
import { tally } from '../../store/reckoning.ts';
import { cityRoutes } from './routes.tsx';

let world: TestWorld;
let freetown: { id: string; geonamesId: number };
let pristina: { id: string };

beforeAll(async () => {
  world = await testWorld();
  const edition = await readEdition('database/edition');
  const worker = world.databases.worker.database;
  await atomically(asWorker(world), systemActor, async (tx) => {
    await loadSources(tx, edition.sources);
    await loadCountries(tx, edition, calendarDate('2026-11-21'));
  });
  freetown = await aCity(worker, {
    name: 'Freetown',
    population: 802639,
    isCapital: true,
    geonamesId: 2409306,
    alternates: { ar: 'فريتاون' },
  });
  await aCity(worker, { name: 'Kenema', secondaryCity: true });
  await aCity(worker, {
    name: 'Genève',
    country: 'CH',
    population: 183_981,
    globalSouth: false,
    alternates: { en: 'Geneva' },
  });
  pristina = await aCity(worker, {
    name: 'Pristina',
    country: 'XK',
    population: 550_000,
    globalSouth: false,
  });
  await tally(worker);
  const staff = someone('staff-diplomacy');
  const day = { date: calendarDate('2018-12-05'), precision: 'day' as const };
  const source = { address: 'https://example.org/board', title: 'The board', publisher: 'Example' };
  const board = {
    kind: 'board-seat',
    object: 'Leadership Board',
    from: day,
    to: null,
    evidence: null,
  } as const;
  await recordEngagementByHand(world, staff, freetown.id, { ...board, source });
  await recordEngagementByHand(world, staff, freetown.id, {
    ...board,
    kind: 'visit',
    object: 'A secret visit',
    source: null,
    evidence: 'A call',
  });
});
afterAll(() => world.close());

const see = (path: string, language: (typeof languages)[number] = 'en') =>
  visitPage(world, cityRoutes([]), { path, language });
const rows = (page: Awaited<ReturnType<typeof see>>) =>
  [...page.document.querySelectorAll('table.cards tbody th')].map((cell) => cell.textContent?.trim());

describe('the list of cities', () => {
  it('shows the largest first, with what they count as', async () => {
    const page = await see('/cities');
    expect(page.status).toBe(200);
    expect(rows(page)[0]).toBe('Freetown');
    expect(page.document.querySelector('[role=status]')?.textContent).toBe(
      '4 cities: 2 in the Global South (50%), 1 secondary (25%)',
    );
  });

  it.each([
    ['?region=002', ['Freetown', 'Kenema']],
    ['?region=202', ['Freetown', 'Kenema']],
    ['?income=LIC', ['Freetown', 'Kenema']],
    ['?income=HIC', ['Geneva Genève']],
    ['?band=50k-300k', ['Kenema', 'Geneva Genève']],
    ['?south=yes', ['Freetown', 'Kenema']],
    ['?secondary=yes', ['Kenema']],
    ['?engagement=any', ['Freetown']],
    ['?engagement=visit', []],
    ['?country=XK', ['Pristina']],
    ['?search=genev', ['Geneva Genève']],
    ['?search=fretown&south=yes', ['Freetown']],
    ['?sort=name', ['Freetown', 'Geneva Genève', 'Kenema', 'Pristina']],
    ['?region=xx&income=rich&page=0', ['Freetown', 'Pristina', 'Kenema', 'Geneva Genève']],
  ])('filtered by %s', async (query, expected) => {
    expect(rows(await see(`/cities${query}`))).toEqual(expected);
  });

  it('says what to do when nothing fits', async () => {
    const page = await see('/cities?region=002&income=HIC');
    expect(page.document.querySelector('.empty-title')?.textContent).toBe('No city fits');
    expect(page.document.querySelector('.empty a')?.getAttribute('href')).toBe('/cities');
  });

  it('gives the same rows as CSV and JSON', async () => {
    const csv = await see('/cities.csv?south=yes');
    expect(csv.text.split('\r\n')[1]).toMatch(/^2409306,Freetown,SL,,802639,/);
    expect(csv.text.split('\r\n')).toHaveLength(4);
    const json = JSON.parse((await see('/cities.json?south=yes')).text);
    expect(json.items.map(({ name }: { name: string }) => name)).toEqual(['Freetown', 'Kenema']);
  });

  it('goes to the city picked from the list, unless something else was typed after', async () => {
    expect((await see(`/cities?search=Freetown&city=${freetown.id}`)).location).toBe(
      `/cities/${freetown.id}`,
    );
    expect(rows(await see(`/cities?search=Kenema&city=${freetown.id}`))).toEqual(['Kenema']);
  });
});

describe('the page of a city', () => {
  it('is led to from its GeoNames number, for good', async () => {
    const page = await see('/cities/2409306');
    expect([page.status, page.location]).toEqual([301, `/cities/${freetown.id}`]);
    expect((await see('/cities/1')).status).toBe(404);
    expect((await see('/cities/nowhere')).status).toBe(404);
    expect((await see(`/cities/${world.newId()}`)).status).toBe(404);
  });

  it.each(languages)(
    'tells its public engagement from the record in %s, with its source, and nothing else',
    async (language) => {
      const page = await see(`/cities/${freetown.id}`, language);
      expect(page.status).toBe(200);
      const sentences = [...page.document.querySelectorAll('.evidence li')].map(
        (item) => item.textContent ?? '',
      );
      expect(sentences).toHaveLength(1);
      expect(sentences[0]).toContain('Leadership Board');
      expect(sentences[0]).toContain('Example');
      expect(page.text).not.toContain('secret');
      expect(page.text).not.toContain('A call');
    },
  );

  it('names it in the reader’s language with its local name beside', async () => {
    const heading = (await see(`/cities/${freetown.id}`, 'ar')).document.querySelector('h1')?.textContent;
    expect(heading).toContain('فريتاون');
    expect(heading).toContain('Freetown');
  });

  it('says of each classification by which list, and that a list is past', async () => {
    const { document } = await see(`/cities/${freetown.id}`);
    const table = [...document.querySelectorAll('table.cards tbody tr')].map((row) => row.textContent ?? '');
    const income = table.find((row) => row.startsWith('World Bank'));
    expect(income).toContain('Low income');
    expect(income).toContain('FY2026');
    expect(income).toContain('Made for a time that is over');
    expect(table.find((row) => row.startsWith('UN M49'))).toContain(
      'Africa › Sub-Saharan Africa › Western Africa',
    );
    expect(table.find((row) => row.startsWith('Global South'))).toContain('version 1');
  });

  it('works for a place in Kosovo', async () => {
    const { document, status } = await see(`/cities/${pristina.id}`);
    expect(status).toBe(200);
    expect(document.body.textContent).toContain('Kosovo');
    expect(document.querySelector('.empty-title')?.textContent).toBe('No record of an engagement');
  });

  it('weighs little', async () => {
    for (const path of ['/cities', `/cities/${freetown.id}`])
      expect((await see(path)).text.length).toBeLessThan(60_000);
  });
});

describe('the definitions and lists', () => {
  it.each(languages)('are shown in %s with version, days and sources', async (language) => {
    const page = await see('/cities/definitions', language);
    expect(page.document.querySelectorAll('article')).toHaveLength(2);
    expect(rows(page)).toHaveLength(5);
    expect(page.document.querySelectorAll('a[href*="/sources/"]').length).toBeGreaterThan(6);
  });
});
