import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { addDays, dayInUtc } from '../../kernel/calendar-date.ts';
import { languages } from '../../kernel/language.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { mailsTo, somebodyReal, withFiles } from './builders.ts';
import { routes } from './pages/public/routes.ts';

let bare: TestWorld;
let world: TestWorld & { removeFiles(): void };
let worker: World;
let cityId: string;
beforeAll(async () => {
  bare = await testWorld();
  world = withFiles(bare);
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
});
afterAll(async () => {
  world.removeFiles();
  await bare.close();
});

const letter = () =>
  new File(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'], 'letter.pdf', { type: 'application/pdf' });
const today = dayInUtc(new Date());
let asked = 0;
const said = (over: Record<string, string> = {}) => ({
  city: cityId,
  role: 'city-focal-point',
  from: today,
  to: addDays(today, 300),
  documentKind: 'appointment-letter',
  why: 'I look after newcomers.',
  name: 'Trial requester',
  email: `clerk${++asked}@kenema.example`,
  language: 'fr',
  ...over,
});
const send = (form: Record<string, string>, files: File[] = [letter()]) =>
  visitPage(world, routes, {
    path: '/mandate',
    form: { ...form, papers: files as unknown as string[] },
  });
const linkIn = (body: string) => /\/mandate\/requests\/\S+/.exec(body)?.[0] ?? '';
const requestsOf = (email: string) =>
  worker.db.selectFrom('mandates.request').selectAll().where('email', '=', email).execute();

describe('asking to act for a city', () => {
  it('shows a form in every language, with one heading and a label for each box', async () => {
    for (const language of languages) {
      const page = await visitPage(world, routes, { path: '/mandate', language });
      expect(page.status).toBe(200);
      expect(page.document.querySelectorAll('h1')).toHaveLength(1);
      for (const box of page.document.querySelectorAll('input:not([type=hidden]), select, textarea'))
        expect(
          box.getAttribute('aria-label') ?? page.document.querySelector(`label[for="${box.id}"]`),
          box.outerHTML,
        ).toBeTruthy();
      expect(page.text).not.toContain('mandates:');
    }
  });

  it('finds the city without JavaScript and keeps the other answers', async () => {
    const page = await visitPage(world, routes, {
      path: '/mandate/city-search',
      form: { citySearch: 'kenema', name: 'Trial requester' },
    });
    expect(page.document.querySelector(`input[type=radio][value="${cityId}"]`)).not.toBeNull();
    expect(page.document.querySelector('input[name=name]')?.getAttribute('value')).toBe('Trial requester');
  });

  it('names all problems at once, the missing document too, and keeps the answers', async () => {
    const page = await send({ why: 'Because', email: 'no address' }, []);
    expect(page.status).toBe(422);
    expect(problemsOn(page).length).toBeGreaterThanOrEqual(7);
    expect(page.document.querySelector('.error-summary a[href$="papers"]')).not.toBeNull();
    expect(page.document.querySelector('textarea')?.textContent).toContain('Because');
  });

  it('refuses days longer than the role is given for, and days that are over', async () => {
    const long = await send(said({ to: addDays(today, 3000) }));
    expect(problemsOn(long)).toHaveLength(1);
    expect(problemsOn(long)[0]).toContain('24 months');
    const over = await send(said({ from: addDays(today, -40), to: addDays(today, -1) }));
    expect(problemsOn(over)).toHaveLength(1);
  });

  it('judges a document by its content, whatever its name says', async () => {
    const page = await send(said(), [new File(['MZ\u0090\u0000not a letter'], 'letter.pdf')]);
    expect(page.status).toBe(422);
  });

  it('mails a link in the language asked for; nobody sees the request before it is followed', async () => {
    const form = said();
    const page = await send(form);
    expect([page.status, page.location]).toEqual([303, '/mandate/sent']);
    const [mail] = await mailsTo(worker, form.email);
    expect(mail?.language).toBe('fr');
    expect((await requestsOf(form.email))[0]).toMatchObject({ stage: 'unproven', proven_at: null });

    const link = linkIn(mail?.body ?? '');
    const opened = await visitPage(world, routes, { path: link });
    expect(opened.status).toBe(200);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect((await requestsOf(form.email))[0]?.stage).toBe('unproven');

    const proven = await visitPage(world, routes, { path: `${link}/proof`, form: {} });
    expect(proven.status).toBe(303);
    expect((await requestsOf(form.email))[0]).toMatchObject({ stage: 'waiting' });
    const again = await visitPage(world, routes, { path: link });
    expect(again.document.querySelector('form[action$="/withdrawal"]')).not.toBeNull();
    await visitPage(world, routes, { path: `${link}/withdrawal`, form: {} });
    expect((await requestsOf(form.email))[0]?.stage).toBe('withdrawn');
  });

  it('answers the same for an address somebody has, and for one asked for too often, which gets no fourth mail', async () => {
    const known = 'holder@kenema.example';
    await somebodyReal(worker, 'city-focal-point', { email: known });
    const forKnown = await send(said({ email: known }));
    const forStranger = await send(said());
    expect([forKnown.status, forKnown.location, forKnown.text]).toEqual([
      forStranger.status,
      forStranger.location,
      forStranger.text,
    ]);
    for (let n = 0; n < 4; n++) expect((await send(said({ email: known }))).location).toBe('/mandate/sent');
    expect(await mailsTo(worker, known)).toHaveLength(3);
  });

  it('opens nothing for a link that was never made', async () => {
    const page = await visitPage(world, routes, { path: `/mandate/requests/${'x'.repeat(43)}` });
    expect(page.status).toBe(404);
  });
});
