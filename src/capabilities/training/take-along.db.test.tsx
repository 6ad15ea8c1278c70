import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { createApplication } from '../../platform/http/application.ts';
import { aPerson } from '../people/builders.ts';
import { keepCourseFile } from './actions/keep-file.ts';
import { aCourse, aModule, aQuestion } from './builders.ts';
import { routes } from './pages/public/routes.tsx';
import { findDraft } from './store/courses.ts';

const dots = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const own = await testWorld();
const world = { ...own, config: { ...own.config, dataDir: mkdtempSync(path.join(tmpdir(), 'training-')) } };
let slug = '';
let trainer: Actor;

afterAll(() => own.close());
beforeAll(async () => {
  trainer = someone('staff-support', { personId: await aPerson(asWorker(own)) });
  const picture = await keepCourseFile(world, new File([dots], '../A <map>.png'));
  const guide = await keepCourseFile(
    world,
    new File(['%PDF-1.4\n%âã\n1 0 obj\n<<>>\nendobj\n%%EOF'], 'guide.pdf'),
  );
  const text = { en: 'A < B & "C"\u0007\n\n- one\n- two', ar: 'عدّ **الناس** & أكثر' };
  const { id } = await aCourse(world, trainer, {
    title: { en: 'Counting & caring', ar: 'عدّ القادمين' },
    modules: [
      aModule({
        title: { en: 'First <steps>' },
        items: [
          { id: world.newId(), kind: 'text', body: text },
          { id: world.newId(), kind: 'file', body: { en: 'A map of "districts"' }, file: picture },
          { id: world.newId(), kind: 'file', body: { en: 'The guide' }, file: guide },
          aQuestion(),
          aQuestion({ form: 'number', choices: [], answer: 3.5, within: 0.5 }),
        ],
      }),
    ],
  });
  slug = (await findDraft(asWorker(own).db, id))?.slug ?? '';
});

async function bytesOf(address: string): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const app = createApplication({
    world,
    surfaces: [{ name: 'public-site', routes, draw: () => '' }],
    identify: async () => anonymous,
    logFault: (_, error) => {
      throw error;
    },
  });
  const response = await app.fetch(new Request(`http://localhost${address}`));
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
}

/** Every element as its name and attributes; throws when the text is not well-formed. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe.each(['en', 'ar'] as const)('the e-book in %s', (language) => {
  let bytes: Uint8Array;
  let files: Record<string, Uint8Array>;
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());

  beforeAll(async () => {
    const prefix = language === 'en' ? '' : `/${language}`;
    ({ bytes } = await bytesOf(`${prefix}/training/courses/${slug}/book.epub`));
    files = unzipSync(bytes);
  });

  it('is an EPUB container: its type first, stored as it is', () => {
    const head = Buffer.from(bytes.subarray(0, 58)).toString('latin1');
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
    expect(Buffer.from(bytes).readUInt16LE(8)).toBe(0);
    expect(Object.keys(files)[0]).toBe('mimetype');
    expect(
      elementsOf(text('META-INF/container.xml')).find(({ name }) => name === 'rootfile')?.attributes[
        'full-path'
      ],
    ).toBe('EPUB/package.opf');
  });

  it('holds every file its manifest names and no other, all well-formed', () => {
    const items = elementsOf(text('EPUB/package.opf')).filter(({ name }) => name === 'item');
    const named = items.map(({ attributes }) => `EPUB/${attributes['href']}`);
    expect(
      Object.keys(files)
        .filter((name) => name.startsWith('EPUB/') && name !== 'EPUB/package.opf')
        .toSorted(),
    ).toEqual(named.toSorted());
    for (const name of named.filter((one) => one.endsWith('.xhtml'))) {
      const elements = elementsOf(text(name));
      expect(elements[0]?.attributes).toMatchObject({
        lang: language,
        dir: language === 'ar' ? 'rtl' : 'ltr',
      });
      for (const { attributes } of elements.filter(({ name }) => name === 'img')) {
        expect(files[`EPUB/${attributes['src']}`], attributes['src']).toBeDefined();
        expect(attributes['alt']).not.toBe('');
      }
    }
    const spine = elementsOf(text('EPUB/package.opf')).filter(({ name }) => name === 'itemref');
    expect(spine.map(({ attributes }) => attributes['idref'])).toEqual([
      'nav',
      'title',
      'module-1',
      'answers',
    ]);
  });

  it('says its language, direction and what readers with special needs can expect', () => {
    const opf = text('EPUB/package.opf');
    expect(opf).toContain(`<dc:language>${language}</dc:language>`);
    expect(opf).toContain(`page-progression-direction="${language === 'ar' ? 'rtl' : 'ltr'}"`);
    for (const property of [
      'accessMode',
      'accessModeSufficient',
      'accessibilityFeature',
      'accessibilityHazard',
      'accessibilitySummary',
    ])
      expect(opf).toContain(`schema:${property}`);
    const links = elementsOf(text('EPUB/nav.xhtml')).filter(({ name }) => name === 'a');
    for (const { attributes } of links) expect(files[`EPUB/${attributes['href']}`]).toBeDefined();
    expect(links).toHaveLength(3);
  });

  it('has the answers at its end, and marks what is not translated', () => {
    expect(text('EPUB/answers.xhtml')).toContain('3.5');
    expect(text('EPUB/module-1.xhtml')).not.toContain('Two is twice one');
    if (language === 'ar') expect(text('EPUB/module-1.xhtml')).toContain('lang="en"');
  });

  it('would be caught if a page were not well-formed (planted fault)', () => {
    expect(() => elementsOf('<p>one<br></p>')).toThrow();
  });
});

describe('a course taken along', () => {
  it('is one page with its pictures inside it, no script, the answers last', async () => {
    const page = await visitPage(world, routes, { path: `/training/courses/${slug}/print` });
    expect(page.document.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    expect(page.document.querySelectorAll('script')).toHaveLength(0);
    const heads = [...page.document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    expect(heads.at(-1)).toBe('Answers');
    expect(page.text.indexOf('Two is twice one')).toBeGreaterThan(page.text.indexOf('Which number is even?'));
  });

  it('shows its pictures and gives its other files as downloads that cannot act', async () => {
    const draft = await findDraft(asWorker(own).db, await idOf());
    const [picture, guide] = draft?.content.modules[0]?.items.filter(({ kind }) => kind === 'file') ?? [];
    const shown = await bytesOf(`/training/courses/${slug}/files/${picture?.id}`);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('content-disposition')).not.toMatch(/[<>/\\]/);
    expect(Buffer.from(shown.bytes)).toEqual(dots);
    const given = await bytesOf(`/training/courses/${slug}/files/${guide?.id}`);
    expect(given.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(given.headers.get('content-security-policy')).toContain('sandbox');
  });

  async function idOf(): Promise<string> {
    const row = await asWorker(own)
      .db.selectFrom('training.course')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  it('takes no program for a file', async () => {
    const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'a.png');
    await expect(keepCourseFile(world, program)).rejects.toMatchObject({ field: 'file' });
  });
});
