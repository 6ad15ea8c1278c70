import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { reading } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { answersTo } from '../../application-forms/builders.ts';
import { postedOf } from '../../application-forms/index.ts';
import { aCity } from '../../city-registry/builders.ts';
import {
  aBegunApplication,
  aMandated,
  anApplication,
  aWindowWithForm,
  fillIn,
  openAs,
  withFiles,
} from '../builders.ts';
import { currentAnswers } from '../store/answers.ts';
import { routes as cityRoutes } from './city/routes.tsx';
import { routes as linkRoutes } from './public/routes.ts';

let bare: TestWorld;
let world: TestWorld & { removeFiles(): void };
let worker: World;
beforeAll(async () => {
  bare = await testWorld();
  world = withFiles(bare);
  worker = asWorker(world);
});
afterAll(async () => {
  world.removeFiles();
  await bare.close();
});

const ask = (actor: Actor, path: string, form?: Record<string, string | readonly string[]>) =>
  visitPage(world, cityRoutes, { actor, path, ...(form ? { form } : {}) });

/** The hidden and drawn fields of a page's form, as a browser would send them back. */
function drawn(document: Document): Record<string, string> {
  return Object.fromEntries(
    [...document.querySelectorAll('form input[name^="seen:"]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  );
}

describe('applying without a script', () => {
  it('goes from the list of open windows to the receipt', async () => {
    const { window, form } = await aWindowWithForm(worker);
    const { id: cityId } = await aCity(worker.db, { name: 'Bo' });
    const lead = await aMandated(worker, cityId, 'city-focal-point', 'Ama Lead');
    const certifier = await aMandated(worker, cityId, 'city-certifier', 'Kofi Certifier');
    expect((await ask(lead, '/portal/applications')).text).toContain('Start the application of Bo');
    const started = await ask(lead, '/portal/applications', {
      window: window.id,
      city: cityId,
      language: 'en',
    });
    const base = started.location ?? '';
    expect(
      (await ask(certifier, '/portal/applications', { window: window.id, city: cityId, language: 'fr' }))
        .location,
    ).toBe(base);
    await ask(certifier, `${base}/roles`, { role: 'certifier' });
    const answers = { ...answersTo(form) };
    for (const section of form.sections) {
      const path = `${base}/sections/${section.key}`;
      const fields = postedOf(section, answers);
      for (const key of Object.keys(fields))
        if (key.endsWith('.category')) fields[key] = fields[key] === 'overhead' ? 'overhead' : 'people';
      let at: string | null = path;
      while (at?.split('?')[0] === path) {
        const page = await ask(lead, path);
        const sent = await ask(lead, path, { ...drawn(page.document), ...fields, go: 'on' });
        expect([sent.status, problemsOn(sent)]).toEqual([303, []]);
        at = sent.location;
      }
    }
    const check = await ask(lead, `${base}/check`);
    expect(check.text).toContain('Ask for the signature');
    expect((await ask(lead, `${base}/signature-request`, {})).status).toBe(303);
    const sign = await ask(certifier, `${base}/signature`);
    const seen = sign.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
    const unsigned = await ask(certifier, `${base}/submission`, { seen });
    expect(problemsOn(unsigned)).toEqual(['Tick the box to say that you sign for the city.']);
    expect((await ask(certifier, `${base}/submission`, { seen, agreed: 'yes' })).location).toBe(
      `${base}/receipt`,
    );
    const receipt = await ask(lead, `${base}/receipt`);
    expect(receipt.text).toContain('Your application is received');
    expect((await ask(lead, `${base}/receipt.tlog-proof`)).text).toContain('c2sp.org/tlog-proof@v1');
    expect(JSON.parse((await ask(lead, `${base}/receipt.json`)).text)).toMatchObject({
      stage: 'concept-note',
    });
    expect((await ask(lead, base)).text).toContain('You have nothing to do');
  });

  it('shows both texts when two people wrote the same answer, and loses neither', async () => {
    const { id, lead, certifier } = await aBegunApplication(world, worker);
    const path = `/portal/applications/${id}/sections/project`;
    const [one, two] = [await ask(lead, path), await ask(certifier, path)];
    await ask(lead, path, { ...drawn(one.document), title: 'Rooms by the harbour', go: 'stay' });
    const torn = await ask(certifier, path, {
      ...drawn(two.document),
      title: 'Rooms by the river',
      story: 'A story',
      go: 'stay',
    });
    expect(torn.status).toBe(409);
    expect(torn.document.querySelector('.difference')?.textContent).toContain('harbour');
    expect(
      torn.document.querySelector('[name=title]')?.textContent ||
        torn.document.querySelector('[name=title]')?.getAttribute('value'),
    ).toBe('Rooms by the river');
    const between = await openAs(world, lead, id);
    expect([between.answers['title'], between.answers['story']]).toEqual([
      { kind: 'text', text: 'Rooms by the harbour' },
      { kind: 'text', text: 'A story' },
    ]);
    const settled = await ask(certifier, path, {
      ...drawn(torn.document),
      title: 'Rooms by the river',
      go: 'stay',
    });
    expect(settled.status).toBe(303);
    const history = await ask(lead, `/portal/applications/${id}/history/title`);
    expect(history.text).toContain('harbour');
    expect(history.text).toContain('Certifier Person');
  });

  it('leaves alone what a colleague changed and the page’s reader did not', async () => {
    const { id, lead, certifier } = await aBegunApplication(world, worker);
    const path = `/portal/applications/${id}/sections/project`;
    await ask(lead, path, { ...drawn((await ask(lead, path)).document), title: 'First', go: 'stay' });
    const old = await ask(certifier, path);
    await ask(lead, path, { ...drawn((await ask(lead, path)).document), title: 'Second', go: 'stay' });
    const saved = await ask(certifier, path, {
      ...drawn(old.document),
      title: 'First',
      story: 'Mine',
      go: 'stay',
    });
    expect(saved.status).toBe(303);
    expect((await openAs(world, lead, id)).answers['title']).toEqual({ kind: 'text', text: 'Second' });
  });

  it('says what is wrong with what was typed, and keeps it: 300 KB in a field of 500 words', async () => {
    const { id, lead } = await aBegunApplication(world, worker);
    const path = `/portal/applications/${id}/sections/project`;
    const long = 'palavra '.repeat(40_000).trim();
    const page = await ask(lead, path);
    const sent = await ask(lead, path, { ...drawn(page.document), story: long, people: 'many', go: 'on' });
    expect(sent.location).toBe(`${path}?saved=1`);
    const again = await ask(lead, path);
    const problems = problemsOn(again);
    expect(problems.some((one) => one.includes('40,000'))).toBe(true);
    expect(problems).toHaveLength(2);
    expect(again.document.querySelector('[name=story]')?.textContent?.trim() === long).toBe(true);
  });

  it('answers the script field by field, with the version that stands', async () => {
    const { id, lead, certifier } = await aBegunApplication(world, worker);
    const path = `/portal/applications/${id}/sections/project/fields`;
    const one = JSON.parse((await ask(lead, path, { 'seen:title': '0', title: 'Mine' })).text);
    expect(one).toMatchObject({ versions: { title: 1 }, conflicts: [] });
    const two = JSON.parse((await ask(certifier, path, { 'seen:title': '0', title: 'Theirs' })).text);
    expect(two.conflicts).toMatchObject([{ question: 'title', by: 'Lead Person', version: 1, text: 'Mine' }]);
    const three = JSON.parse((await ask(lead, path, { 'seen:title': '0', title: 'Mine' })).text);
    expect(three).toMatchObject({ versions: { title: 1 }, conflicts: [] });
  });
});

describe('a colleague with a mailed link', () => {
  it('fills in the draft and never sends, signs or changes people', async () => {
    const begun = await aBegunApplication(world, worker);
    const { id, lead } = begun;
    await ask(lead, `/portal/applications/${id}/invitations`, {
      name: 'Fatu Helper',
      email: 'fatu@city.example',
      language: 'en',
    });
    const mail = await worker.db
      .selectFrom('platform.mail')
      .selectAll()
      .where('to_address', '=', 'fatu@city.example')
      .executeTakeFirstOrThrow();
    const link = /\/apply\/[\w-]{43}/.exec(mail.body)?.[0] ?? '';
    const page = await visitPage(world, linkRoutes, { path: `${link}/sections/project` });
    expect(page.status).toBe(200);
    const saved = await visitPage(world, linkRoutes, {
      path: `${link}/sections/project`,
      form: { ...drawn(page.document), title: 'By the helper', go: 'stay' },
    });
    expect(saved.status).toBe(303);
    const current = await reading(
      world,
      lead,
      async (tx) => await currentAnswers(tx, (await openAs(world, lead, id)).part.id),
    );
    expect(current.get('title')).toMatchObject({ byName: 'Fatu Helper' });
    expect(
      linkRoutes
        .map(({ path }) => path)
        .filter((path) => /submission|signature|people|roles|withdrawal|receipt/.test(path)),
    ).toEqual([]);
    expect((await visitPage(world, linkRoutes, { path: `/apply/${'x'.repeat(43)}` })).status).toBe(404);
  });
});

describe('a stranger', () => {
  it('finds nothing: another city, no city, no mandate any more', async () => {
    const { id, lead } = await anApplication(world, worker);
    const { id: otherCity } = await aCity(worker.db, { name: 'Makeni' });
    const others = [
      someone('mayor', { cityId: otherCity }),
      someone('city-focal-point', { cityId: worker.newId() }),
      { ...lead, roles: [] },
    ];
    for (const path of [
      '',
      '/sections/project',
      '/check',
      '/receipt',
      '/receipt.json',
      '/history',
      '/people',
      '/form.html',
    ]) {
      for (const actor of others) {
        const seen = await ask(actor, `/portal/applications/${id}${path}`);
        expect([path, seen.status === 404 || seen.status === 303]).toEqual([path, true]);
        expect(seen.text).not.toContain('Safe rooms');
      }
    }
  });
});

it('fills in what the city told before, with its source and day', async () => {
  const begun = await aBegunApplication(world, worker);
  await fillIn(world, begun);
  const page = await ask(begun.lead, `/portal/applications/${begun.id}`);
  expect(page.text).toContain('ask for the signature');
});
