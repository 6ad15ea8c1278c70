import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { visitPage } from '../../../tests/support/pages.tsx';
import type { PublishedFigure } from '../../edition/index.ts';
import { stableId } from '../../kernel/id.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { loadLibrary, loadSources } from './actions/load-sources.ts';
import { recordSource } from './actions/record-source.ts';
import { aSource } from './builders.ts';
import { routes } from './pages/public/routes.tsx';
import { citeEdition, citeSources } from './store/citations.ts';

const world = await testWorld();
afterAll(() => world.close());

const seat = stableId('seat', 'lima');
const record = {
  id: seat,
  label: { en: 'Lima', fr: 'Lima', es: 'Lima', pt: 'Lima', ar: 'ليما' },
  path: '/bodies/board',
  sources: [{ source: 'an-article', note: 'names four of five' }],
};
const named = { address: 'https://example.org/later', title: 'A later list', publisher: 'Example Press' };

function load(
  sources = [
    aSource(),
    aSource({ id: 'other', title: 'Une ville accueille', language: 'fr', address: 'https://example.org/fr' }),
  ],
) {
  return atomically(asWorker(world), systemActor, (tx) => loadSources(tx, sources));
}

beforeAll(async () => {
  await load();
  await atomically(asWorker(world), systemActor, (tx) => citeEdition(tx, 'governance', 'seat', [record]));
});

describe('the sources of the edition', () => {
  it('are loaded once however often, and follow the edition when it says otherwise', async () => {
    await load([aSource({ title: 'Six cities receive grants' })]);
    await load([aSource({ title: 'Six cities receive grants' })]);
    const rows = await world.publicDb
      .selectFrom('library.source')
      .select(['slug', 'title'])
      .orderBy('slug')
      .execute();
    expect(rows).toEqual([
      { slug: 'an-article', title: 'Six cities receive grants' },
      { slug: 'other', title: 'Une ville accueille' },
    ]);
    await load();
  });

  it('are found by words without accents, by publisher and by language', async () => {
    const page = await visitPage(world, routes, { path: '/sources?search=ACCUEILLE&language=fr' });
    expect(page.status).toBe(200);
    expect([...page.document.querySelectorAll('tbody th')].map((cell) => cell.textContent?.trim())).toEqual([
      'Une ville accueille',
    ]);
    const none = await visitPage(world, routes, { path: '/sources?search=100%25' });
    expect(none.document.querySelector('.empty-title')?.textContent).toBe('No source matches');
  });
});

describe('a source', () => {
  it('shows every public record that rests on it', async () => {
    const page = await visitPage(world, routes, { path: '/sources/an-article', language: 'ar' });
    const link = page.document.querySelector('a[href="/ar/bodies/board"]');
    expect(link?.textContent).toBe('ليما');
    expect(page.text).toContain('names four of five');
  });

  it('is found by its id as well, and is not there otherwise', async () => {
    expect((await visitPage(world, routes, { path: `/sources/${stableId('source', 'other')}` })).status).toBe(
      200,
    );
    expect((await visitPage(world, routes, { path: '/sources/nothing' })).status).toBe(404);
  });
});

describe('who may cite', () => {
  it('staff may name a new source and cite it; the same address is the same source', async () => {
    const [first, second] = await atomically(world, someone('staff-diplomacy'), async (tx) => {
      const ids = [await recordSource(tx, world, named), await recordSource(tx, world, named)];
      await citeSources(tx, { ...record, capability: 'governance', kind: 'seat' }, ids.slice(0, 1));
      return ids;
    });
    expect(second).toBe(first);
  });

  it('the edition takes back its own citations and leaves those of staff', async () => {
    await atomically(asWorker(world), systemActor, (tx) =>
      citeEdition(tx, 'governance', 'seat', [{ ...record, sources: [{ source: 'other' }] }]),
    );
    const rows = await world.publicDb
      .selectFrom('library.citation')
      .innerJoin('library.source', 'library.source.id', 'library.citation.source_id')
      .select(['title', 'by_edition'])
      .orderBy('title')
      .execute();
    expect(rows).toEqual([
      { title: 'A later list', by_edition: false },
      { title: 'Une ville accueille', by_edition: true },
    ]);
  });

  it('somebody without a role of the secretariat may not', async () => {
    const attempt = atomically(world, someone('partner'), (tx) =>
      recordSource(tx, world, { ...named, address: 'https://example.org/third' }),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it('the public may read and nothing else', async () => {
    await expect(world.publicDb.deleteFrom('library.source').execute()).rejects.toThrow(/permission denied/);
    await expect(world.publicDb.updateTable('library.citation').set({ note: 'x' }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('published figures and publications', () => {
  it('are loaded with their sources', async () => {
    const figure: PublishedFigure = {
      id: 'grantees-2022',
      key: 'grantees-announced',
      value: 28,
      unit: 'grantees',
      currency: null,
      qualifier: 'exactly',
      about: null,
      title: record.label,
      wording: '28 city grantees worldwide',
      date: '2022-12-16',
      sources: [{ source: 'other' }],
      inferred: false,
      remark: null,
    };
    await atomically(asWorker(world), systemActor, (tx) =>
      loadLibrary(tx, { library: [], publishedFigures: [figure] }),
    );
    const page = await visitPage(world, routes, { path: '/sources/other' });
    expect([...page.document.querySelectorAll('h3')].map((head) => head.textContent)).toContain(
      'Published figures',
    );
  });
});
