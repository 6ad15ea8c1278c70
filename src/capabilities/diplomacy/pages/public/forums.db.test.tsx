import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../../../tests/support/pages.tsx';
import { loadPublicHistory } from '../../../../../tests/support/public-history.ts';
import { someone, testWorld } from '../../../../../tests/support/world.ts';
import type { Language } from '../../../../kernel/language.ts';
import { atomically } from '../../../../platform/database/atomically.ts';
import { routes as api } from '../../api.ts';
import { routes } from './routes.tsx';

const world = await testWorld();
afterAll(() => world.close());
beforeAll(async () => {
  world.setNow(new Date('2026-03-01T10:00:00Z'));
  await loadPublicHistory(world);
});

const open = (path: string, language: Language = 'en') => visitPage(world, routes, { path, language });

describe('the page of all forums', () => {
  it('draws every meeting in the lane of its forum, hollow while it lies ahead', async () => {
    const page = await open('/forums');
    const marks = page.document.querySelectorAll('svg.drawing circle');
    expect(marks).toHaveLength(23);
    const ahead = [...marks].filter((mark) => mark.getAttribute('fill') === 'none');
    expect(ahead.map((mark) => mark.textContent)).toEqual(['IMRF 2026']);
    expect(page.document.querySelectorAll('table.cards tbody tr')).toHaveLength(8);
  });

  it.each(['fr', 'es', 'pt', 'ar'] as const)('speaks %s', async (language) => {
    const page = await open('/forums', language);
    expect(page.text).not.toMatch(/diplomacy:|not published|Cities named/);
  });
});

describe('the page of a forum', () => {
  it("shows the council's counts as published, with their words and source, beside the cities that can be named", async () => {
    const page = await open('/forums/imrf');
    const edition = page.document.querySelector('#imrf-2022');
    const values = [...(edition?.querySelectorAll('.figure-card .value') ?? [])].map(
      (value) => value.textContent,
    );
    expect(values).toEqual(expect.arrayContaining(['85%', '12', '5']));
    expect(edition?.textContent).toContain('speaking roles');
    expect(edition?.querySelectorAll('table.cards tbody tr')).toHaveLength(8);
    expect(page.text).toContain('More were there than are named.');
  });

  it('says where and when, or that it met online', async () => {
    const page = await open('/forums/gfmd');
    expect(page.document.querySelector('#gfmd-2021')?.textContent).toContain(
      'Online, chaired by United Arab Emirates',
    );
    expect(page.document.querySelector('#gfmd-2024')?.textContent).toContain('23 Jan 2024');
    expect((await open('/forums/nowhere')).status).toBe(404);
  });

  it('is given as files and to other systems', async () => {
    const csv = (await open('/forums/imrf/cities.csv')).text.trim().split('\r\n');
    expect(csv).toHaveLength(9);
    expect((await open('/forums.csv')).text.trim().split('\r\n')).toHaveLength(24);
    const { items } = JSON.parse((await visitPage(world, api, { path: '/api/v1/forums' })).text);
    const imrf = items.find((item: { slug: string }) => item.slug === 'imrf');
    expect(
      imrf.editions.find((one: { slug: string }) => one.slug === 'imrf-2022').published[0],
    ).toHaveProperty('wording');
  });
});

describe('the record of forums', () => {
  it('is written by the loader alone', async () => {
    await expect(world.publicDb.deleteFrom('diplomacy.edition').execute()).rejects.toThrow(
      /permission denied/,
    );
    const attempt = atomically(world, someone('director'), (tx) =>
      tx.deleteFrom('diplomacy.participation').execute(),
    );
    await expect(attempt).rejects.toThrow(/permission denied/);
  });
});
