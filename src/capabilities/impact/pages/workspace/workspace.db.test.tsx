import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../../tests/support/world.ts';
import type { Actor } from '../../../../kernel/actor.ts';
import { cityIdFromGeonames } from '../../../../kernel/id.ts';
import { languages } from '../../../../kernel/language.ts';
import { atomically, reading } from '../../../../platform/database/atomically.ts';
import { systemActor } from '../../../../platform/events/system-actor.ts';
import { recordEngagement } from '../../../city-registry/index.ts';
import { aCity } from '../../../city-registry/builders.ts';
import { words } from '../../messages/index.ts';
import { reactions } from '../../reactions.ts';
import { tasksFor } from '../../tasks.ts';
import { routes } from './routes.tsx';

const staff = someone('staff-communications');
const finance = someone('finance');
const t = words('en');
let world: TestWorld;
const see = (actor: Actor, path: string, form?: Readonly<Record<string, string>>) =>
  visitPage(world, routes, { actor, path, ...(form ? { form } : {}) });

beforeAll(async () => {
  world = await testWorld();
  await aCity(world.databases.owner.database, { geonamesId: 7, name: 'Kenema' });
});
afterAll(() => world.close());

const answers = {
  kind: 'direct-grant',
  city: cityIdFromGeonames(7),
  on: '2024-05-01',
  amount: '200000',
  amountCurrency: 'USD',
  qualifier: 'exactly',
  objective: '3',
  statement: 'A grant of a trial window.',
  visibility: 'public',
  evidenceTitle1: 'Press release',
  evidenceAddress1: 'https://example.org/release',
};

async function propose(over: Readonly<Record<string, string>> = {}): Promise<string> {
  const page = await see(staff, '/workspace/impact/claims', { ...answers, ...over });
  expect(problemsOn(page)).toEqual([]);
  return page.location ?? '';
}

describe('proposing a claim', () => {
  it('asks first for the kind, which decides what is asked', async () => {
    const kinds = await see(staff, '/workspace/impact/claims/new');
    expect(kinds.document.querySelectorAll('input[name=kind]')).toHaveLength(16);
    const grant = await see(staff, '/workspace/impact/claims/new?kind=direct-grant');
    expect(grant.document.querySelector('input[name=amount]')).not.toBeNull();
    expect(grant.document.querySelector('input[name=count]')).toBeNull();
    const people = await see(staff, '/workspace/impact/claims/new?kind=people-reached-directly');
    expect(people.document.querySelector('input[name=amount]')).toBeNull();
    expect(people.document.querySelector('input[name=count]')).not.toBeNull();
  });

  it('finds the city without JavaScript and keeps what was typed', async () => {
    const { document, status } = await see(staff, '/workspace/impact/claims/city-search', {
      ...answers,
      city: '',
      citySearch: 'kenema',
    });
    expect(status).toBe(200);
    expect(document.querySelector('input[type=radio][name=city]')?.getAttribute('value')).toBe(answers.city);
    expect(document.querySelector('textarea[name=statement]')?.textContent).toBe(answers.statement);
  });

  it('shows all problems at once and keeps the answers', async () => {
    const page = await see(staff, '/workspace/impact/claims', {
      ...answers,
      on: '2023-02-30',
      amount: '-5',
      statement: '',
      evidenceTitle1: '',
      evidenceAddress1: '',
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(4);
    expect(page.document.querySelector('input[name=amount]')?.getAttribute('value')).toBe('-5');
  });

  it('told twice leads to the first', async () => {
    const first = await propose({ on: '2022-02-02' });
    const again = await see(finance, '/workspace/impact/claims', { ...answers, on: '2022-02-02' });
    expect(again.status).toBe(422);
    expect(again.document.querySelector('.notice a')?.getAttribute('href')).toBe(first);
  });

  it('is not for an administrator, who keeps the machine', async () => {
    expect((await see(someone('administrator'), '/workspace/impact/claims', answers)).status).toBe(404);
    expect((await see(someone('mayor'), '/workspace/impact')).status).toBe(404);
  });

  it('of a city that the gazetteer does not know is refused', async () => {
    const page = await see(staff, '/workspace/impact/claims', { ...answers, city: cityIdFromGeonames(999) });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(1);
  });
});

describe('a claim page', () => {
  it('offers its proposer no decision and says why', async () => {
    const path = await propose({ on: '2021-01-01' });
    const { document } = await see(staff, path);
    expect(document.querySelector('form#verification')).toBeNull();
    expect(document.querySelector('#acts')?.textContent).toContain('You proposed this');
  });

  it('is verified by a second person, then shows the decision, its role and its proof', async () => {
    const path = await propose({ on: '2021-01-02' });
    expect((await see(finance, '/workspace/impact')).text).toContain(path);
    expect(
      (await see(staff, '/workspace/impact')).document.querySelector('section:nth-of-type(1)')?.textContent,
    ).not.toContain(path);
    const tasks = await reading(world, finance, (tx) => tasksFor(tx, finance, new Date()));
    expect(tasks.map((task) => task.path)).toContain(path);
    const done = await see(finance, `${path}/verification`, { version: '1' });
    expect(done.location).toBe(path);
    const { text } = await see(staff, path);
    expect(text).toContain(t('outcome.verified'));
    expect(text).toMatch(/\/log\/proof\/\d+/);
    expect(text).toContain('Trial finance');
    const late = await see(someone('director'), `${path}/verification`, { version: '1' });
    expect(late.status).toBe(409);
    expect(late.text).toContain(t('says-now'));
  });

  it('is not verified by its proposer who sends the form all the same', async () => {
    const path = await propose({ on: '2021-01-03' });
    const page = await see(staff, `${path}/verification`, { version: '1' });
    expect(page.status).toBe(422);
    expect(page.document.querySelector('[role=alert]')?.textContent).toContain('second person');
  });

  it('is refused only with a reason', async () => {
    const path = await propose({ on: '2021-01-04' });
    expect((await see(finance, `${path}/refusal`, { version: '1', reason: ' ' })).status).toBe(422);
    expect(
      (await see(finance, `${path}/refusal`, { version: '1', reason: 'Not in the list.' })).location,
    ).toBe(path);
    expect((await see(staff, path)).text).toContain('Not in the list.');
  });

  it('is corrected by two people, and withdrawn by two people', async () => {
    const path = await propose({ on: '2021-01-05' });
    await see(finance, `${path}/verification`, { version: '1' });
    const form = await see(staff, `${path}/correction`);
    expect(form.document.querySelector('input[name=amount]')?.getAttribute('value')).toBe('200000.00');
    const bad = await see(staff, `${path}/correction`, { ...answers, version: '2', amount: 'x', reason: '' });
    expect(problemsOn(bad)).toHaveLength(2);
    const sent = await see(staff, `${path}/correction`, {
      ...answers,
      on: '2021-01-05',
      version: '2',
      amount: '150000',
      reason: 'A typing error.',
    });
    expect(sent.location).toBe(path);
    expect((await see(finance, path)).text).toContain('150,000');
    expect((await see(staff, `${path}/verification`, { version: '3' })).status).toBe(422);
    expect((await see(finance, `${path}/verification`, { version: '3' })).location).toBe(path);
    expect(
      (await see(staff, `${path}/withdrawal`, { version: '4', reason: 'The award was cancelled.' })).location,
    ).toBe(path);
    expect((await see(finance, `${path}/verification`, { version: '5' })).location).toBe(path);
    expect((await see(staff, path)).text).toContain(t('stage.withdrawn'));
  });

  it('that does not exist is not there', async () => {
    expect((await see(staff, '/workspace/impact/claims/00000000-0000-7000-8000-000000000000')).status).toBe(
      404,
    );
    expect((await see(staff, '/workspace/impact/claims/x')).status).toBe(404);
  });

  it('is shown in every language without a missing word', async () => {
    const path = await propose({ on: '2021-01-06' });
    for (const language of languages)
      for (const shown of [
        path,
        '/workspace/impact',
        '/workspace/impact/claims',
        '/workspace/impact/claims/new?kind=direct-grant',
      ]) {
        const { status, document } = await visitPage(world, routes, {
          actor: finance,
          path: shown,
          language,
        });
        expect(status).toBe(200);
        expect(document.body.textContent).not.toMatch(/impact:[a-z]/);
      }
  });
});

describe('the list of claims', () => {
  it('is filtered by stage, kind and words, and says what is filtered', async () => {
    await propose({ on: '2020-06-01', statement: 'A needle in the hay.' });
    const rows = async (query: string) =>
      (await see(staff, `/workspace/impact/claims?${query}`)).document.querySelectorAll('tbody tr').length;
    expect(await rows('search=needle')).toBe(1);
    expect(await rows('search=needle&stage=verified')).toBe(0);
    expect(await rows('search=needle&kind=direct-grant&stage=proposed&origin=proposed')).toBe(1);
    expect(await rows('search=100%25')).toBe(0);
    const { document } = await see(staff, '/workspace/impact/claims?stage=proposed');
    expect(document.querySelector('.applied')?.textContent).toContain(t('stage.proposed'));
  });
});

describe('an engagement that was recorded', () => {
  it('is proposed as a claim once, with its record as evidence, and not verified by who recorded it', async () => {
    const diplomat = someone('staff-diplomacy');
    const object = { en: 'Trial forum', fr: 'Forum', es: 'Foro', pt: 'Fórum', ar: 'منتدى' };
    const when = {
      from: { date: '2024-09-09', precision: 'day' },
      fromCertainty: 'stated',
      to: null,
      toCertainty: null,
      lastListed: null,
    } as never;
    const engagementId = await atomically(world, diplomat, (tx) =>
      recordEngagement(tx, world, diplomat, {
        cityId: answers.city,
        kind: 'attended-forum',
        when,
        object,
        record: null,
        visibility: 'staff',
        evidence: 'Notes of the delegation',
      }),
    );
    const [reaction] = reactions;
    const react = () =>
      atomically(asWorker(world), systemActor, async (tx) =>
        reaction?.react(tx, asWorker(world), { engagementId }, world.newId()),
      );
    await react();
    await react();
    const list = await see(staff, '/workspace/impact/claims?origin=from-record');
    const links = list.document.querySelectorAll('tbody th a');
    expect(links).toHaveLength(1);
    const path = links[0]?.getAttribute('href') ?? '';
    expect((await see(diplomat, `${path}/verification`, { version: '1' })).status).toBe(422);
    expect((await see(staff, `${path}/verification`, { version: '1' })).location).toBe(path);
  });
});
