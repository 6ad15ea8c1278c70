import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../../../kernel/actor.ts';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../../../kernel/id.ts';
import { languages } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { aPerson, grantRoleTo } from '../../builders.ts';
import { searchPeopleAndOrganisations } from '../../actions/find-parties.ts';
import type { CityLookup } from './cities.ts';
import { peopleRoutes } from './routes.tsx';

const freetown = { id: cityIdFromGeonames(2_409_306), name: 'Freetown', place: 'Sierra Leone' };
const cities: CityLookup = {
  search: async (_, words) => (freetown.name.toLowerCase().startsWith(words.toLowerCase()) ? [freetown] : []),
  list: async (_, ids) => (ids.includes(freetown.id) ? [freetown] : []),
};
const routes = peopleRoutes(cities);
const today = dayInUtc(new Date());

describe('people and organisations in the workspace', () => {
  let world: TestWorld;
  let director: Actor;
  let ama: string;
  beforeAll(async () => {
    world = await testWorld();
    const personId = await aPerson(asWorker(world), { name: 'Trial director' });
    director = someone('director', { personId });
    ama = await aPerson(asWorker(world), { name: 'Açaí Müller', email: 'acai@city.example' });
    await grantRoleTo(asWorker(world), ama, 'mayor', { cityId: freetown.id });
  });
  afterAll(() => world.close());

  const open = (path: string, actor = director) => visitPage(world, routes, { path, actor });
  const send = (path: string, form: Record<string, string> = {}, actor = director) =>
    visitPage(world, routes, { path, form, actor });
  const names = (page: Awaited<ReturnType<typeof open>>) =>
    [...page.document.querySelectorAll('tbody th')].map((cell) => cell.textContent);

  it.each(['/workspace/people', '/workspace/organisations', '/workspace/organisations/new'])(
    'keeps %s to the secretariat',
    async (path) => {
      expect((await open(path, someone('staff-support'))).status).toBe(200);
      expect((await open(path, someone('mayor', { cityId: freetown.id }))).status).toBe(404);
      expect((await open(path, anonymous)).location).toContain('/sign-in');
      const byMail = someone('staff-support', { assurance: 'mailed-code' });
      expect((await open(path, byMail)).location).toContain('/step-up');
    },
  );

  it('keeps invitations and roles to directors who proved afresh', async () => {
    for (const path of [
      '/workspace/people/new',
      `/workspace/people/${ama}/roles/new`,
      `/workspace/people/${ama}/suspension`,
    ]) {
      expect((await open(path)).status).toBe(200);
      expect((await open(path, someone('staff-fund'))).status).toBe(404);
      expect((await open(path, { ...director, steppedUpAt: null })).location).toContain('/step-up');
      expect((await send(path, {}, someone('staff-fund'))).status).toBe(404);
    }
  });

  it('finds people by any spelling of the name, by address and by role', async () => {
    for (const query of ['words=acai', 'words=MULLER', 'words=acai%40city', 'role=mayor'])
      expect(names(await open(`/workspace/people?${query}`))).toEqual(['Açaí Müller']);
    expect(names(await open('/workspace/people?words=%25'))).toEqual([]);
    expect(names(await open('/workspace/people?role=finance'))).toEqual([]);
    expect((await open('/workspace/people?page=-3&role=nonsense')).status).toBe(200);
  });

  it('pages through many', async () => {
    const worker = asWorker(world);
    for (let n = 0; n < 51; n++) await aPerson(worker, { name: `Zed ${String(n).padStart(2, '0')}` });
    const first = await open('/workspace/people?words=zed');
    expect(names(first)).toHaveLength(50);
    const next = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    expect(names(await open(next))).toEqual(['Zed 50']);
  });

  it.each(languages)('speaks %s', async (language) => {
    const paths = ['', '/new', `/${ama}`, `/${ama}/roles/new`, `/${ama}/suspension`].map(
      (end) => `/workspace/people${end}`,
    );
    for (const path of [...paths, '/workspace/organisations', '/workspace/organisations/new']) {
      const page = await visitPage(world, routes, { path, actor: director, language });
      expect([page.status, page.document.querySelectorAll('h1').length]).toEqual([200, 1]);
      expect(page.text).not.toMatch(/people:|undefined|>\{/);
    }
  });

  it('invites, shows the person, and refuses the same address at its field', async () => {
    const form = { name: 'Kofi', email: 'kofi@city.example', language: 'en' };
    const sent = await send('/workspace/people', form);
    const page = await open(sent.location ?? '');
    expect(page.document.querySelector('h1')?.textContent).toBe('Kofi');
    expect(page.text).toContain('invited Kofi');
    const again = await send('/workspace/people', form);
    expect(again.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#f-email');
    const empty = await send('/workspace/people', { language: 'en' });
    expect(problemsOn(empty)).toHaveLength(2);
  });

  it('gives a city’s role to somebody, the city searched without a script', async () => {
    const kofi = await aPerson(asWorker(world), { name: 'Kofi' });
    const path = `/workspace/people/${kofi}/roles`;
    const typed = { role: 'city-focal-point', citySearch: 'free', from: today, basis: 'Letter of the mayor' };
    const searched = await send(`${path}/new`, typed);
    expect(searched.document.querySelector(`input[type=radio][value="${freetown.id}"]`)).not.toBeNull();
    expect(searched.document.querySelector('input[name=basis]')?.getAttribute('value')).toBe(typed.basis);
    const without = await send(path, typed);
    expect([without.status, problemsOn(without).length]).toEqual([422, 1]);
    expect((await send(path, { ...typed, city: freetown.id })).location).toBe(`/workspace/people/${kofi}`);
    const page = await open(`/workspace/people/${kofi}`);
    expect(page.document.querySelector('.timeline')?.textContent).toContain('Freetown');
    const end = page.document.querySelector('.timeline a')?.getAttribute('href') ?? '';
    expect(problemsOn(await send(end))).toHaveLength(1);
    expect((await send(end, { why: 'Moved on' })).location).toBe(`/workspace/people/${kofi}`);
    expect((await open(`/workspace/people/${kofi}`)).text).toContain('Moved on');
  });

  it('says all that is wrong with a role at once', async () => {
    const page = await send(`/workspace/people/${ama}/roles`, { role: 'x', from: '2023-02-30', basis: '' });
    expect(problemsOn(page)).toHaveLength(3);
    const dates = { role: 'reviewer', from: today, to: '2020-01-01', basis: 'x' };
    expect(problemsOn(await send(`/workspace/people/${ama}/roles`, dates))).toHaveLength(1);
  });

  it('does not offer directors anything on their own page', async () => {
    const page = await open(`/workspace/people/${director.personId}`);
    expect(page.text).not.toContain('/roles/new');
    expect(page.text).not.toContain('/suspension');
  });

  it.each(['nonsense', '00000000-0000-4000-8000-000000000000'])(
    'knows nobody and nothing called %s',
    async (id) => {
      for (const path of [
        `/workspace/people/${id}`,
        `/workspace/organisations/${id}`,
        `/workspace/people/${ama}/roles/${id}/end`,
      ])
        expect((await open(path)).status).toBe(404);
    },
  );

  it('adds an organisation, changes it, and shows both texts when somebody else was faster', async () => {
    const form = {
      en: 'A Foundation',
      fr: 'Une fondation',
      kind: 'foundation',
      country: 'CH',
      address: 'https://a.example',
    };
    const added = await send('/workspace/organisations', form);
    const path = added.location ?? '';
    expect((await open(path)).text).toContain('A Foundation');
    const edit = await open(`${path}/edit`);
    expect(edit.document.querySelector('input[name=es]')?.getAttribute('value')).toBe('');
    const version = edit.document.querySelector('input[name=version]')?.getAttribute('value') ?? '';
    expect((await send(path, { ...form, acronym: 'AF', version })).status).toBe(303);
    const late = await send(path, { ...form, acronym: 'THE', version });
    expect(late.status).toBe(409);
    expect(late.document.querySelector('.stale')?.textContent).toContain('AF');
    expect(late.document.querySelector('input[name=acronym]')?.getAttribute('value')).toBe('THE');
    const newer = late.document.querySelector('input[name=version]')?.getAttribute('value') ?? '';
    expect((await send(path, { ...form, acronym: 'THE', version: newer })).status).toBe(303);
  });

  it('refuses an organisation of the same name, and addresses and countries that do not exist', async () => {
    const form = { en: 'B Network', kind: 'city-network', country: '', address: '' };
    expect((await send('/workspace/organisations', form)).status).toBe(303);
    expect(problemsOn(await send('/workspace/organisations', form))).toHaveLength(1);
    const wrong = { ...form, en: 'C', kind: 'x', country: 'ZZ', address: 'javascript:alert(1)' };
    expect(problemsOn(await send('/workspace/organisations', wrong))).toHaveLength(3);
  });

  it('gives the workspace’s search people and organisations, in the reader’s language', async () => {
    const find = (asked: string, actor = director) =>
      reading(world, actor, (tx) => searchPeopleAndOrganisations(tx, asked, 'fr'));
    expect(await find('acai')).toMatchObject([{ kind: 'person', id: ama, about: 'Maire' }]);
    expect(await find('une fondation')).toMatchObject([{ kind: 'organisation', name: 'Une fondation' }]);
    expect(await find('acai', { ...anonymous, personId: world.newId() })).toEqual([]);
  });
});
