import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../../tests/support/world.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { languages } from '../../../kernel/language.ts';
import { atomically, reading } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { factIn, factsOf, needsAndCapacities, withdrawFromRecord } from '../../city-record/index.ts';
import { aCity } from '../../city-registry/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { runMatching } from '../actions/rounds.ts';
import { settleExchange } from '../actions/settle-exchange.ts';
import { aParticipant } from '../builders.ts';
import { listExchanges } from '../store/exchanges.ts';
import { findLatestRun } from '../store/runs.ts';
import { routes as portal } from './city/routes.tsx';
import { routes as letters } from './public/routes.tsx';
import { routes as workspace } from './workspace/routes.tsx';

const world = await testWorld();
const worker = asWorker(world);
let newcomer = '';
let teacher = '';
let learner = '';
let focal: Actor;
let staff: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  const made = await atomically(worker, systemActor, async (tx) => [
    await aCity(tx, { name: 'Zinder', country: 'NE', longitude: 8.99, latitude: 13.8 }),
    await aParticipant(tx, { name: 'Kenema', offers: ['housing'], asks: ['health'] }),
    await aParticipant(tx, { name: 'Bo', offers: ['health'], asks: ['housing'] }),
  ]);
  [newcomer, teacher, learner] = made.map(({ id }) => id) as [string, string, string];
  focal = someone('city-focal-point', { personId: await aPerson(worker), cityId: newcomer });
  staff = someone('staff-support', { personId: await aPerson(worker) });
});

const asCity = (path: string, form?: Record<string, string | string[]>) =>
  visitPage(world, portal, { actor: focal, path, ...(form ? { form } : {}) });
const asStaff = (path: string, form?: Record<string, string>) =>
  visitPage(world, workspace, { actor: staff, path, ...(form ? { form } : {}) });

describe('a city joins', () => {
  const path = () => `/portal/exchange/cities/${newcomer}`;
  const standing = {
    partners: '2',
    languages: ['fr', 'ha'],
    timeZone: 'Africa/Niamey',
    contactName: 'Aïcha Moussa',
    contactEmail: 'aicha@example.org',
    contactLanguage: 'fr',
    version: '0',
  };

  it('is told what this is, and finds its time zone guessed', async () => {
    expect((await asCity(path())).text).toContain('does not take part yet');
    const form = await asCity(`${path()}/standing`);
    expect(form.document.querySelector('option[selected]')?.getAttribute('value')).toBe('Africa/Niamey');
  });

  it('hears all problems at once and loses no answer', async () => {
    const page = await asCity(`${path()}/standing`, {
      ...standing,
      partners: '0',
      languages: [],
      contactEmail: 'here',
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(3);
    expect(page.document.querySelector('input[name=contactName]')?.getAttribute('value')).toBe(
      'Aïcha Moussa',
    );
  });

  it('joins, offers, is refused the same twice, and a stale page shows both texts', async () => {
    expect((await asCity(`${path()}/standing`, standing)).status).toBe(303);
    const stale = await asCity(`${path()}/standing`, { ...standing, contactName: 'Somebody else' });
    expect(stale.status).toBe(409);
    const offer = { kind: 'offer', topic: 'education', detail: 'Night schools', to: '' };
    expect((await asCity(`${path()}/entries`, offer)).status).toBe(303);
    expect(problemsOn(await asCity(`${path()}/entries`, offer))).toEqual([
      expect.stringContaining('already'),
    ]);
    expect(
      problemsOn(await asCity(`${path()}/entries`, { ...offer, topic: 'health', to: '2020-01-01' })),
    ).toHaveLength(1);
    const page = await asCity(path());
    expect(page.text).toContain('Night schools');
    const inRecord = `/portal/cities/${newcomer}/record/facts/capacity.education`;
    expect(page.document.querySelector(`a[href="${inRecord}"]`)).not.toBeNull();
    const [needs] = await reading(world, focal, (tx) => needsAndCapacities(tx, [newcomer]));
    expect(needs?.capacities.map(({ topic, detail }) => [topic, detail])).toEqual([
      ['education', 'Night schools'],
    ]);
    const facts = await reading(world, focal, (tx) => factsOf(tx, newcomer));
    expect(factIn(facts, 'working-languages')?.value.languages).toEqual(['fr', 'ha']);
    expect(factIn(facts, 'time-zone')?.value.zone).toBe('Africa/Niamey');
    const place = { cityId: newcomer, kind: 'capacity', item: 'education', reason: 'Not this year' } as const;
    await atomically(world, focal, (tx) => withdrawFromRecord(tx, world, focal, place));
    expect((await asCity(path())).text).not.toContain('Night schools');
  });

  it('keeps a list of whom it will not meet, found without JavaScript', async () => {
    const found = await asCity(`${path()}/vetoes/city-search`, { citySearch: 'kenem' });
    expect(found.document.querySelector('input[type=radio][name=city]')?.getAttribute('value')).toBe(teacher);
    expect((await asCity(`${path()}/vetoes`, { city: teacher, why: '' })).status).toBe(303);
    expect(problemsOn(await asCity(`${path()}/vetoes`, { city: '', organisation: '' }))).toHaveLength(1);
    expect((await asCity(path())).text).toContain('1 entry.');
  });
});

describe('staff run a round', () => {
  let round = '';
  const answers = {
    name: 'Autumn',
    shape: 'pairs',
    maxPartners: '2',
    wish: 'similar',
    organisation: '',
    consentDays: '14',
  };

  it('opens it with its weights shown, and refuses nonsense', async () => {
    expect((await asStaff('/workspace/exchange/rounds/new')).text).toContain('70%');
    const wrong = await asStaff('/workspace/exchange/rounds', {
      ...answers,
      maxPartners: '9',
      consentDays: '0',
      shape: 'ring',
    });
    expect(problemsOn(wrong)).toHaveLength(3);
    round = (await asStaff('/workspace/exchange/rounds', answers)).location ?? '';
    expect(round).toMatch(/^\/workspace\/exchange\/rounds\//);
  });

  it('asks for the matching, sees it under way, then what it found with reasons', async () => {
    expect((await asStaff(`${round}/runs`, {})).status).toBe(303);
    expect((await asStaff(round)).text).toContain('Look again');
    const run = await findLatestRun(worker.db, round.split('/').at(-1) ?? '');
    await runMatching(worker, run?.id ?? '');
    const page = await asStaff(round);
    expect(page.text).toContain('1 pair proposed');
    expect(page.text).toContain('proven: no matching of these cities has more');
    expect(page.text).toContain('Bo teaches Kenema: Health.');
    const file = await asStaff(`${round}/matches.csv`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text.split('\r\n')[1]).toMatch(/^pair,/);
  });

  it('is asked to confirm in a second step, with a box to tick', async () => {
    const page = await asStaff(`${round}/confirmation`);
    const run = page.document.querySelector('input[name=run]')?.getAttribute('value') ?? '';
    expect(problemsOn(await asStaff(`${round}/confirmation`, { run }))).toHaveLength(1);
    expect((await asStaff(`${round}/confirmation`, { run, sure: 'yes' })).status).toBe(303);
    const again = await asStaff(`${round}/confirmation`, { run, sure: 'yes' });
    expect(again.status).toBe(409);
    expect((await asStaff(round)).text).toContain('Waiting for answers');
  });

  it('draws every page in every language', async () => {
    const [exchange] = await listExchanges(worker.db, {});
    const paths = ['', '/pool', '/rounds/new', `/cities/${teacher}`, `/exchanges/${exchange?.id}`].map(
      (rest) => `/workspace/exchange${rest}`,
    );
    for (const language of languages)
      for (const path of [...paths, round, `${round}/wishes/new`, `${round}/confirmation`]) {
        const page = await visitPage(world, workspace, { actor: staff, path, language });
        expect(page.status, path).toBe(200);
        expect(page.text, `${language} ${path}`).not.toContain('peer-exchange:');
        expect(page.document.querySelectorAll('h1')).toHaveLength(1);
      }
  });
});

describe('a letter', () => {
  const linkIn = async (address: string) => {
    const mail = await worker.db
      .selectFrom('platform.mail')
      .select('body')
      .where('to_address', '=', address)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    return /\/exchange\/answers\/[A-Za-z0-9_-]{43}/.exec(mail?.body ?? '')?.[0] ?? '';
  };
  const byLink = (path: string, form?: Record<string, string>) =>
    visitPage(world, letters, { path, ...(form ? { form } : {}) });
  const contact = { contactName: 'Sia', contactEmail: 'sia@example.org', contactLanguage: 'en' };

  it('opens its page without signing in, never cached, and changes nothing by being opened', async () => {
    const page = await byLink(await linkIn('kenema@example.org'));
    expect(page.document.querySelector('h1')?.textContent).toBe('Meet Bo?');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toContain('bo@example.org');
    expect((await byLink(`/exchange/answers/${'A'.repeat(43)}`)).status).toBe(404);
  });

  it('takes the answer once, however often it is sent', async () => {
    const path = await linkIn('kenema@example.org');
    expect(problemsOn(await byLink(path, { ...contact, answer: 'perhaps' }))).toHaveLength(1);
    const key = 'the-same-press-twice';
    const first = await byLink(path, { ...contact, answer: 'yes', key });
    expect((await byLink(path, { ...contact, answer: 'yes', key })).location).toBe(first.location);
    expect((await byLink(first.location ?? '')).text).toContain('When all cities have said yes');
  });

  it('leads to sessions once both agreed: planned, seen, and written up by a city', async () => {
    await byLink(await linkIn('bo@example.org'), { ...contact, answer: 'yes' });
    const [exchange] = await listExchanges(worker.db, {});
    await settleExchange(worker, exchange?.id ?? '');
    const mayor = someone('mayor', { personId: await aPerson(worker), cityId: learner });
    const send = (path: string, form: Record<string, string | string[]>) =>
      visitPage(world, portal, { actor: mayor, path, form });
    const plan = {
      day: '2031-03-04',
      time: '14:30',
      timeZone: 'Asia/Amman',
      minutes: '90',
      place: 'Online',
      agenda: 'Rents',
    };
    const base = `/portal/exchange/exchanges/${exchange?.id}/sessions`;
    expect(
      problemsOn(await send(base, { ...plan, time: '25:00', minutes: '2', timeZone: 'Mars' })),
    ).toHaveLength(3);
    const made = await send(base, plan);
    expect(made.status).toBe(303);
    const page = await visitPage(world, portal, { actor: mayor, path: made.location ?? '' });
    expect(page.text).toContain('4 Mar 2031, 11:30 UTC');
    expect((await send(`${made.location}/move`, { ...plan, version: '7' })).status).toBe(409);
    world.setNow(new Date('2031-03-05T00:00:00Z'));
    const record = {
      notes: 'We met',
      came: [teacher, learner],
      what1: 'Send the rules',
      city1: '',
      due1: 'soon',
      version: '1',
    };
    expect(problemsOn(await send(`${made.location}/record`, record))).toHaveLength(1);
    expect(
      (await send(`${made.location}/record`, { ...record, city1: teacher, due1: '2031-04-01' })).status,
    ).toBe(303);
    const exchangePage = await visitPage(world, portal, {
      actor: mayor,
      path: `/portal/exchange/exchanges/${exchange?.id}`,
    });
    expect(exchangePage.text).toContain('Send the rules');
  });
});
