import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { languages } from '../../../kernel/language.ts';
import { aCity } from '../../city-registry/builders.ts';
import { aKeptText } from '../builders.ts';
import type { TranslatedText } from '../rules/translated.ts';
import { routes as city } from './city/routes.tsx';
import { routes } from './workspace/routes.tsx';

let world: TestWorld;
let cityId: string;
let text: TranslatedText;
let of: { kind: string; id: string };
const writer = someone('staff-fund');
const reader = someone('director');
let focalPoint: typeof writer;

beforeAll(async () => {
  world = await testWorld();
  cityId = (await aCity(world.databases.owner.database, { name: 'Example town' })).id;
  focalPoint = someone('mayor', { cityId });
  for (const { personId, name } of [writer, reader, focalPoint])
    await world.databases.owner.database
      .insertInto('people.person')
      .values({ id: personId ?? '', name })
      .execute();
  of = { kind: 'application', id: world.newId() };
  text = await aKeptText(asWorker(world), of, 'Un foyer.\nUne école.', { cityId });
});
afterAll(() => world.close());

const at = '/workspace/translation';
const ask = (path: string, actor = writer, form?: Record<string, string>) =>
  visitPage(world, [...routes, ...city], { path, actor, ...(form ? { form } : {}) });
const words = (page: Awaited<ReturnType<typeof ask>>) =>
  page.document.querySelector('main')?.textContent ?? '';

describe('the translators’ pages', () => {
  it('walk from the list to a reviewed paragraph', async () => {
    expect(words(await ask(at))).toContain('Application of Example town');
    expect(words(await ask(`${at}/records/application/${of.id}`))).toContain('Quel est le besoin');
    const [first, second] = text.paragraphs;
    const saved = await ask(`${at}/texts/${text.id}/renderings`, writer, {
      [`r-${first?.id}`]: 'A hostel.',
      [`n-${first?.id}`]: '0',
      [`r-${second?.id}`]: '',
      [`n-${second?.id}`]: '0',
    });
    expect(saved.location).toBe(`${at}/texts/${text.id}?saved=1`);
    expect(words(await ask(saved.location ?? ''))).toContain('1 paragraph saved');
    expect(words(await ask(`${at}/texts/${text.id}`))).toContain('You wrote it: another person reviews it.');
    const page = await ask(`${at}/texts/${text.id}`, reader);
    const box = page.document.querySelector('input[name=right]')?.getAttribute('value') ?? '';
    expect((await ask(`${at}/texts/${text.id}/reviews`, reader, {})).status).toBe(422);
    expect((await ask(`${at}/texts/${text.id}/reviews`, reader, { right: box })).status).toBe(303);
    expect(words(await ask(`${at}/texts/${text.id}`))).toContain('1 reviewed');
  });

  it('keep what was typed beside what somebody else saved meanwhile', async () => {
    const second = text.paragraphs[1]?.id ?? '';
    const send = (actor: typeof writer, words: string) =>
      ask(`${at}/texts/${text.id}/renderings`, actor, { [`r-${second}`]: words, [`n-${second}`]: '0' });
    expect((await send(reader, 'A school.')).status).toBe(303);
    const late = await send(writer, 'One school.');
    expect(late.status).toBe(409);
    expect(words(late)).toContain('A school.');
    expect(words(late)).toContain('One school.');
  });

  it('hand out a file and refuse one that is none, in each language', async () => {
    const file = await ask(`${at}/records/application/${of.id}/xliff`);
    expect(file.headers.get('content-disposition')).toContain('.xlf');
    expect(file.text).toContain('urn:oasis:names:tc:xliff:document:2.0');
    for (const language of languages) {
      const page = await visitPage(world, routes, {
        path: `${at}/records/application/${of.id}/files`,
        actor: writer,
        language,
        form: {},
      });
      expect(page.status).toBe(422);
      expect(page.document.querySelector('.error-summary')?.textContent?.length).toBeGreaterThan(10);
    }
  });

  it('keep a glossary whose words are shown where a text uses them', async () => {
    const term = {
      en: 'hostel',
      fr: 'foyer',
      es: 'albergue',
      pt: 'albergue',
      ar: 'نزل',
      note: 'Not “shelter”.',
    };
    expect((await ask(`${at}/glossary`, writer, { ...term, ar: '' })).status).toBe(422);
    expect((await ask(`${at}/glossary`, writer, term)).status).toBe(303);
    expect((await ask(`${at}/glossary`, writer, term)).status).toBe(409);
    expect(words(await ask(`${at}/texts/${text.id}`))).toContain('Not “shelter”.');
    expect((await ask(`${at}/glossary.csv`)).text).toContain('hostel,foyer');
  });

  it('are nobody else’s', async () => {
    for (const role of ['staff-communications', 'reviewer', 'partner'] as const)
      expect((await ask(at, someone(role))).status).toBe(404);
  });
});

describe('the city’s page', () => {
  const path = () => `/portal/translations/application/${of.id}`;

  it('shows its words beside the translation and takes an objection', async () => {
    const page = await ask(path(), focalPoint);
    expect(words(page)).toContain('Un foyer.');
    expect(words(page)).toContain('A hostel.');
    const rendering =
      page.document.querySelector('option[value]:not([value=""])')?.getAttribute('value') ?? '';
    expect((await ask(`${path()}/objections`, focalPoint, { rendering, why: '' })).status).toBe(422);
    const told = await ask(`${path()}/objections`, focalPoint, { rendering, why: 'Une maison.' });
    expect(told.status).toBe(303);
    expect(words(await ask(`${at}/texts/${text.id}`))).toContain('Une maison.');
  });

  it('is not there for another city', async () => {
    const other = await aCity(world.databases.owner.database);
    expect((await ask(path(), someone('mayor', { cityId: other.id }))).status).toBe(404);
  });
});
