import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../../../tests/support/pages.tsx';
import { loadPublicHistory } from '../../../../../tests/support/public-history.ts';
import { testWorld } from '../../../../../tests/support/world.ts';
import { routes as api } from '../../api.ts';
import { routes } from './routes.tsx';

const world = await testWorld();
afterAll(() => world.close());
beforeAll(async () => {
  world.setNow(new Date('2026-11-21T10:00:00Z'));
  await loadPublicHistory(world);
});

const open = (path: string, language: 'en' | 'ar' | 'fr' = 'en') =>
  visitPage(world, routes, { path, language });

function rowNames(page: Awaited<ReturnType<typeof open>>, table: number): string[] {
  const tables = page.document.querySelectorAll('table.cards');
  return [...(tables[table]?.querySelectorAll('tbody th') ?? [])].map(
    (cell) => cell.textContent?.trim() ?? '',
  );
}

describe('the page of all bodies', () => {
  it('names every body once, with its seats and its share of the Global South', async () => {
    const page = await open('/bodies');
    expect(page.document.querySelectorAll('table.cards tbody tr')).toHaveLength(12);
    const board = [...page.document.querySelectorAll('table.cards tbody tr')].find((row) =>
      row.textContent?.includes('Leadership Board'),
    );
    expect(board?.textContent).toMatch(/9, not confirmed since last listed/);
    expect(board?.textContent).toMatch(/5 of 9 cities/);
  });

  it('keeps the reader in their language', async () => {
    const page = await open('/bodies', 'ar');
    expect(page.document.querySelector('tbody a')?.getAttribute('href')).toMatch(/^\/ar\/bodies\//);
  });
});

describe('the page of the Leadership Board', () => {
  it('tells who sits from who sat, with what is not known said to be so', async () => {
    const page = await open('/bodies/leadership-board');
    const sitting = rowNames(page, 0);
    const past = rowNames(page, 1);
    expect(sitting).toHaveLength(9);
    expect(sitting.some((name) => name.startsWith('Freetown'))).toBe(true);
    expect(past.some((name) => name.startsWith('Montréal'))).toBe(true);
    expect(page.text).toContain('last listed <time datetime="2025">2025</time>');
    expect(page.text).toContain('24 months');
  });

  it('shows who sat on any earlier day', async () => {
    const page = await open('/bodies/leadership-board?as-at=2020-01-01');
    const sitting = rowNames(page, 0).join(' ');
    expect(sitting).toContain('Los Angeles');
    expect(sitting).not.toContain('Denver');
  });

  it('says so when the day asked for is none, or lies ahead', async () => {
    for (const day of ['2020-02-31', '2030-01-01', 'soon']) {
      const page = await open(`/bodies/leadership-board?as-at=${day}`);
      expect(page.status).toBe(200);
      expect(page.document.querySelector('.notice')?.textContent).toContain('not a day');
    }
  });

  it('draws every seat, soft where no source gives its end', async () => {
    const page = await open('/bodies/leadership-board');
    const drawing = page.document.querySelector('svg.drawing');
    expect(drawing?.querySelectorAll('text.node')).toHaveLength(17);
    expect(drawing?.querySelectorAll('rect[stroke-dasharray]').length).toBeGreaterThanOrEqual(9);
  });

  it('gives the same seats as CSV and JSON, as at the same day', async () => {
    const csv = await open('/bodies/leadership-board/seats.csv?as-at=2020-01-01');
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(18);
    expect(lines[0]).toMatch(/^city,city_id,country,global_south/);
    expect(lines.find((line) => line.startsWith('Denver'))).toContain(',2020-01-01,no,');
    const json = JSON.parse((await open('/bodies/leadership-board/seats.json')).text);
    expect(json.seats).toHaveLength(17);
  });
});

describe('other bodies', () => {
  it('name organisations where these hold the seats, and what came before and after', async () => {
    const committee = await open('/bodies/coalition-steering-committee', 'fr');
    expect(committee.text).toContain('Cités et Gouvernements Locaux Unis');
    expect(committee.document.querySelector('a[href="/fr/bodies/local-coalition"]')).not.toBeNull();
    const donors = await open('/bodies/donor-group');
    expect(donors.document.querySelector('a[href="/bodies/management-committee"]')).not.toBeNull();
    expect(donors.text).toContain('No seat is public');
  });

  it('are not there under a name nobody has', async () => {
    expect((await open('/bodies/nobody')).status).toBe(404);
  });

  it('are given to other systems with their rules', async () => {
    const page = await visitPage(world, api, { path: '/api/v1/bodies?as-at=2020-01-01' });
    const { asAt, items } = JSON.parse(page.text);
    expect(asAt).toBe('2020-01-01');
    expect(items).toHaveLength(12);
    expect(items[0].rules).toHaveProperty('termMonths');
  });
});
