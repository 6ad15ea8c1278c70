import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brotliCompressSync, constants } from 'node:zlib';
import { visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../../../tests/support/world.ts';
import { readEdition } from '../../../../edition/index.ts';
import { languages } from '../../../../kernel/language.ts';
import { atomically } from '../../../../platform/database/atomically.ts';
import { systemActor } from '../../../../platform/events/system-actor.ts';
import { aCity } from '../../../city-registry/builders.ts';
import { loadLibrary, loadSources } from '../../../library/index.ts';
import { loadDefinitions } from '../../actions/load-definitions.ts';
import { loadFirstClaims } from '../../actions/load-first-claims.ts';
import { routes as api } from '../../api.ts';
import { commands } from '../../cli.ts';
import { words } from '../../messages/index.ts';
import type { FigureItem } from '../../rules/figure-for-systems.ts';
import { routes as pages } from './routes.tsx';

const routes = [...pages, ...api];
let world: TestWorld;
const see = (path: string, language: (typeof languages)[number] = 'en') =>
  visitPage(world, routes, { path, language });

beforeAll(async () => {
  world = await testWorld();
  const edition = await readEdition('database/edition');
  const owner = world.databases.owner.database;
  for (const { geonamesId, name, country } of edition.cities)
    await aCity(owner, {
      geonamesId,
      name,
      country,
      latitude: (geonamesId % 120) - 50,
      longitude: (geonamesId % 300) - 150,
    });
  await atomically(asWorker(world), systemActor, async (tx) => {
    await loadSources(tx, edition.sources);
    await loadLibrary(tx, edition);
    await loadDefinitions(tx, world, edition.definitions);
    await loadFirstClaims(tx, world, edition);
  });
});
afterAll(() => world.close());

describe('the impact page', () => {
  it.each(languages)('weighs at most 14 KB in %s', async (language) => {
    const { text, status } = await see('/impact', language);
    expect(status).toBe(200);
    const sent = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    console.log(`/impact ${language}: ${sent} bytes compressed, ${text.length} plain`);
    // The shell around it takes less than 2 KB.
    expect(sent).toBeLessThan(12 * 1024);
  });

  it('shows each figure computed beside published, with the difference explained', async () => {
    const { document } = await see('/impact?as-at=2025-12-31');
    const card = [...document.querySelectorAll('.figure-card')].find(
      (one) => one.querySelector('h3')?.textContent === 'Cities engaged, ever',
    );
    expect(card?.querySelector('.value bdi')?.textContent).toMatch(/^\d+$/);
    expect(card?.querySelector('.published')?.textContent).toContain('nearly 290');
    expect(card?.querySelector('.published')?.textContent).toContain('The ledger itemises');
    expect(card?.textContent).toContain('not yet verified by two people');
    expect(document.querySelectorAll('h2').length).toBeGreaterThan(5);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });

  it('takes one trip to the database', async () => {
    let trips = 0;
    const counted = new Proxy(world.publicDb, {
      get: (target, name, receiver) => {
        if (name === 'getExecutor') trips += 1;
        const value = Reflect.get(target, name, receiver) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    for (const path of ['/impact', '/impact/cities-engaged-ever', '/impact/definitions']) {
      trips = 0;
      await visitPage({ ...world, publicDb: counted }, routes, { path });
      expect(trips, path).toBeLessThanOrEqual(1);
    }
  });

  it('says that a day does not exist, and shows today', async () => {
    const { status, document } = await see('/impact?as-at=2023-02-30');
    expect(status).toBe(422);
    expect(document.querySelector('[role=alert]')?.textContent).toContain('2023-02-30');
  });

  it('says less of an earlier day', async () => {
    const first = async (path: string) =>
      Number((await see(path)).document.querySelector('.value bdi')?.textContent?.replaceAll(',', ''));
    expect(await first('/impact?as-at=2020-06-30')).toBeLessThan(await first('/impact?as-at=2025-12-31'));
  });

  it('gives everything shown as CSV and JSON', async () => {
    const csv = await see('/impact.csv?as-at=2025-12-31');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text.split('\r\n')[0]).toContain('computed_as_at_publication');
    const json = JSON.parse((await see('/impact.json?as-at=2025-12-31')).text) as {
      figures: { key: string; totals: unknown[] }[];
      cities: unknown[];
    };
    expect(json.figures.length).toBeGreaterThan(15);
    expect(json.cities.length).toBeGreaterThan(40);
    expect((await see('/impact/cities.csv')).text.split('\r\n').length).toBeGreaterThan(40);
    expect((await see('/impact/published.csv')).text).toContain('mayors-in-movement');
    expect((await see('/impact.csv?as-at=never')).status).toBe(422);
  });
});

describe('a figure', () => {
  it('opens to its definition, its versions, the published numbers and its entries', async () => {
    const { document, text } = await see('/impact/cities-engaged-ever');
    expect(text).toContain(words('en')('does-not-count'));
    expect(document.querySelectorAll('#entries tbody tr')).toHaveLength(25);
    expect(document.querySelector('.pagination a[rel=next]')?.getAttribute('href')).toContain('after=');
  });

  it('leads through all its entries, page by page, none twice', async () => {
    const seen = new Set<string>();
    let path: string | undefined = '/impact/cities-engaged-ever';
    for (let page = 0; path && page < 50; page++) {
      const { document } = await see(path);
      for (const link of document.querySelectorAll('#entries tbody th a')) {
        const href = link.getAttribute('href') ?? '';
        expect(seen.has(href)).toBe(false);
        seen.add(href);
      }
      path = document.querySelector('.pagination a[rel=next]')?.getAttribute('href')?.replace('#entries', '');
    }
    const file = JSON.parse((await see('/impact/cities-engaged-ever/entries.json')).text) as {
      items: unknown[];
    };
    expect(seen.size).toBe(file.items.length);
  });

  it('that does not exist is not there, nor a version that never was', async () => {
    for (const path of [
      '/impact/happiness',
      '/impact/partners?version=9',
      '/impact/entries/not-an-id',
      '/impact/entries/00000000-0000-7000-8000-000000000000',
    ])
      expect((await see(path)).status).toBe(404);
  });

  it('of money keeps its currencies apart', async () => {
    const { document } = await see('/impact/funding-unlocked');
    expect(document.querySelector('.lead')?.textContent).toMatch(/USD.*\+.*EUR/);
  });
});

describe('an entry', () => {
  it('leads to its evidence and its proof, and says that it was imported', async () => {
    const list = await see('/impact/direct-grant-none').catch(() => undefined);
    expect(list?.status).toBe(404);
    const { document: figure } = await see('/impact/grantees-announced');
    const href = figure.querySelector('#entries tbody th a')?.getAttribute('href') ?? '';
    const { document, text } = await see(href);
    expect(text).toContain(words('en')('imported-entry'));
    expect(document.querySelector('.evidence a')?.getAttribute('href')).toMatch(/^https?:/);
    expect(document.querySelector('#proof a')?.getAttribute('href')).toMatch(/^\/log\/proof\/\d+$/);
    expect(document.querySelector('h1')?.textContent).not.toBe('');
  });
});

describe('other pages', () => {
  it.each([
    '/impact/definitions',
    '/impact/published',
    '/impact/funding-unlocked',
    '/impact/people-reached-directly',
  ])('%s is shown in every language without a word of another', async (path) => {
    for (const language of languages) {
      const { status, document } = await see(path, language);
      expect(status).toBe(200);
      expect(document.body.textContent).not.toMatch(/impact:[a-z]/);
    }
  });
});

describe('the figures for systems', () => {
  it('are exactly as promised', async () => {
    const { status, text } = await see('/api/v1/figures?as-at=2025-12-31');
    expect(status).toBe(200);
    const answer = JSON.parse(text) as { asAt: string; items: FigureItem[] };
    expect(Object.keys(answer)).toEqual(['asAt', 'items']);
    expect(answer.asAt).toBe('2025-12-31');
    const engaged = answer.items.find(({ key }) => key === 'cities-engaged-ever');
    expect(Object.keys(engaged ?? {})).toEqual([
      'key',
      'objective',
      'definition',
      'computed',
      'unit',
      'published',
    ]);
    expect(engaged?.computed).toBeGreaterThan(40);
    expect(engaged?.published.at(-1)).toMatchObject({ value: 290, date: '2025' });
    for (const { published } of answer.items)
      for (const said of published) expect(Object.keys(said)).toEqual(['value', 'date', 'source']);
  });

  it('refuse a day that does not exist', async () => {
    for (const day of ['2023-02-30', 'tomorrow', '', '2025-13-01']) {
      const { status, text } = await see(`/api/v1/figures?as-at=${day}`);
      expect(status).toBe(422);
      expect(text).toContain('2026-11-21');
    }
  });

  it('are printed by mmc figures', async () => {
    const said: string[] = [];
    const line = {
      args: [],
      options: { 'as-at': '2025-12-31' },
      json: true,
      out: (text: string) => void said.push(text),
      err: () => undefined,
      readStdin: async () => Buffer.alloc(0),
    };
    expect(await commands[0]?.run(line, world)).toBe(0);
    expect((JSON.parse(said[0] ?? '') as { items: FigureItem[] }).items.length).toBeGreaterThan(15);
    await commands[0]?.run({ ...line, json: false }, world);
    expect(said[1]).toContain('cities-engaged-ever');
    await expect(commands[0]?.run({ ...line, options: { 'as-at': 'x' } }, world)).rejects.toThrow(
      'not-a-date',
    );
  });
});
