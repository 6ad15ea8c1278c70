import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { aColleague, aResponse, aSide, recordOf } from './builders.ts';
import { routes as cityRoutes } from './pages/city/routes.tsx';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes as staffRoutes } from './pages/workspace/routes.tsx';
import { jobs } from './schedules.ts';

let world: TestWorld;
let worker: World;
let cityId: string;
let otherCity: string;
let amina: Actor;
let bako: Actor;
let mayor: Actor;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
  ({ id: otherCity } = await aCity(worker.db, { name: 'Bo' }));
  amina = await aColleague(worker, 'Amina', 'staff-support');
  bako = await aColleague(worker, 'Bako', 'director');
  mayor = await aColleague(worker, 'Mayor of Kenema', 'mayor', cityId);
});
afterAll(() => world.close());

type Form = Record<string, string | readonly string[]>;
const staff = (path: string, form?: Form, actor = amina) =>
  visitPage(world, staffRoutes, { actor, path: `/workspace/emergencies${path}`, ...(form ? { form } : {}) });
const city = (path: string, form?: Form, actor = mayor) =>
  visitPage(world, cityRoutes, { actor, path: `/portal/emergencies${path}`, ...(form ? { form } : {}) });
const reader = (path: string, form?: Form, actor: Actor = anonymous) =>
  visitPage(world, publicRoutes, { actor, path: `/emergencies${path}`, ...(form ? { form } : {}) });
const mailed = () =>
  atomically(worker, systemActor, (tx) =>
    tx
      .selectFrom('platform.mail')
      .select(['to_address', 'subject', 'body', 'language'])
      .orderBy('created_at')
      .execute(),
  );

const asking = {
  kind: 'shelter',
  what: '200 beds for a month',
  details: 'In the school.',
  urgency: 'emergency',
  name: 'Clerk',
  role: 'Head of housing',
  email: 'clerk@kenema.example',
  language: 'fr',
};

describe('asking for help', () => {
  it('opens a case of the desk, tagged and urgent, and acknowledges it in the asker’s language', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Ask' });
    const sent = await reader('/ask/ask', { ...asking, city: cityId, mayShow: 'yes' });
    expect(sent.location).toMatch(/^\/emergencies\/ask\/ask\/received\?reference=MMC-/);
    const opened = await worker.db
      .selectFrom('support_desk.support_case')
      .select(['tag', 'urgency', 'topic', 'subject', 'channel'])
      .where('tag', '=', 'ask')
      .execute();
    expect(opened).toEqual([
      {
        tag: 'ask',
        urgency: 'emergency',
        topic: 'emergency',
        subject: 'Ask: 200 beds for a month',
        channel: 'web',
      },
    ]);
    const mails = (await mailed()).filter(({ to_address }) => to_address === 'clerk@kenema.example');
    expect(mails.map(({ language }) => language)).toEqual(['fr']);
    expect((await recordOf(worker, id)).needs).toMatchObject([{ isVerified: false, mayShow: true }]);
  });

  it('says all that is wrong at once, and an offer is of a city or of an organisation', async () => {
    await aResponse(world, amina, { cityId, title: 'Bad' });
    const empty = await reader('/bad/ask', {
      kind: '',
      what: '',
      email: 'x',
      language: 'en',
      urgency: 'soon',
    });
    expect(problemsOn(empty)).toHaveLength(7);
    const both = { ...asking, city: cityId, organisation: 'Harbour Aid' };
    expect(problemsOn(await reader('/bad/offer', both))).toEqual([
      'Choose a city or name an organisation: one of the two.',
    ]);
  });

  it('counts as verified when a mandate holder of the city asks, and a press sent twice asks once', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Own' });
    const form = { ...asking, city: cityId, key: crypto.randomUUID() };
    await reader('/own/ask', form, mayor);
    await reader('/own/ask', form, mayor);
    expect((await recordOf(worker, id)).needs.map(({ isVerified }) => isVerified)).toEqual([true]);
  });
});

describe('who helps whom', () => {
  it('is agreed only between sides we know, named only when both agree, and shows two helpers for one need', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Pair' });
    const need = await aSide(world, worker, 'need', { responseId: id, cityId });
    const offer = await aSide(world, worker, 'offer', { responseId: id, cityId: otherCity, what: 'A gym' });
    const second = await aSide(world, worker, 'offer', {
      responseId: id,
      cityId: null,
      organisation: 'Harbour Aid',
      what: 'Tents',
      mayShow: false,
    });
    await staff(`/${id}/pairings`, { need, offer });
    expect(problemsOn(await staff(`/${id}/pairings`, { need, offer }))).toHaveLength(1);
    const [pairing] = (await recordOf(worker, id)).pairings;
    const steps = `/${id}/pairings/${pairing?.id}/steps`;
    const tooSoon = await staff(steps, { to: 'agreed', version: '1' });
    expect(problemsOn(tooSoon)[0]).toContain('Verify both sides first');
    for (const [side, item] of [
      ['needs', need],
      ['offers', offer],
    ])
      await staff(`/${id}/${side}/${item}/verification`, { version: '1', how: 'Called back' });
    await staff(steps, { to: 'agreed', version: '1', remark: 'By telephone' });
    expect((await staff(steps, { to: 'under-way', version: '1' })).status).toBe(409);
    expect((await reader('/pair')).document.querySelector('#help')?.textContent).toContain('Bo');
    await city(`/pair/needs/${need}/showing`, { version: '2', mayShow: 'no' });
    expect((await reader('/pair')).text).not.toContain('200 beds');
    expect((await reader('/pair/help.csv')).text).not.toContain('Bo');
    expect((await city('/pair')).document.querySelector('#help')?.textContent).toContain('Bo');
    await staff(`/${id}/pairings`, { need, offer: second });
    const desk = await staff(`/${id}/help`);
    expect(desk.text).toContain('Two or more helpers');
    expect(desk.text).toContain('One need has two or more helpers at once');
    expect((await staff(`/${id}/help.csv`)).text).toContain('Harbour Aid,Kenema');
  });

  it('meets the need when the last helper is done', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Done' });
    const need = await aSide(world, worker, 'need', { responseId: id, cityId }, mayor);
    const offer = await aSide(world, worker, 'offer', { responseId: id, cityId }, mayor);
    await staff(`/${id}/pairings`, { need, offer });
    const [pairing] = (await recordOf(worker, id)).pairings;
    for (const [version, to] of ['agreed', 'under-way', 'done'].entries())
      await staff(`/${id}/pairings/${pairing?.id}/steps`, { to, version: `${version + 1}` });
    expect((await recordOf(worker, id)).needs[0]?.stage).toBe('met');
    const page = await staff(`/${id}/pairings/${pairing?.id}`);
    expect(page.document.querySelectorAll('.timeline li')).toHaveLength(4);
    expect(page.document.querySelector('[name=to]')).toBeNull();
  });
});

describe('situation notes', () => {
  const note = { on: '2026-11-03', language: 'en', body: 'The bridge is closed.', audience: 'public' };

  it('are written by the city, each number with who counted, and corrected by a new note', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Notes' });
    const half = await city('/notes/notes', {
      ...note,
      city: cityId,
      what1: 'People moved',
      value1: '1,200',
    });
    expect(problemsOn(half)).toEqual(['Say who counted.']);
    const counted = { what1: 'People moved', value1: '1,200', source1: 'City register' };
    expect((await city('/notes/notes', { ...note, city: cityId, ...counted })).status).toBe(303);
    expect((await reader('/notes')).text).toContain('1,200');
    const [first] = (await recordOf(worker, id)).notes;
    const corrected = { ...note, city: cityId, body: 'The bridge is open.', corrects: first?.id ?? '' };
    expect((await city('/notes/notes', corrected)).status).toBe(303);
    expect((await city('/notes/notes', corrected)).status).toBe(422);
    const page = await reader('/notes/notes');
    expect(page.text).toContain('The bridge is closed.');
    expect(page.text).toContain('Corrected later');
    expect((await city('/notes/notes', { ...note, city: otherCity })).status).toBe(422);
    expect((await city('/notes/notes', { ...note, city: cityId, on: '2999-01-01' })).status).toBe(422);
  });

  it('are read by those they are written for', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Readers' });
    for (const audience of ['city', 'council', 'network', 'public'])
      await staff(`/${id}/notes`, { ...note, city: cityId, audience, body: `For ${audience}` });
    const bo = await aColleague(worker, 'Focal point of Bo', 'city-focal-point', otherCity);
    const finance = await aColleague(worker, 'Finance', 'finance');
    const seen = (text: string) =>
      [...text.matchAll(/For (city|council|network|public)\b/g)]
        .map(([, who = '']) => who)
        .toSorted((a, b) => a.localeCompare(b));
    const own = async (actor: Actor) => seen((await city('/readers', undefined, actor)).text);
    expect(seen((await reader('/readers')).text)).toEqual(['public']);
    expect(await own(bo)).toEqual(['network', 'public']);
    expect(await own(mayor)).toEqual(['city', 'network', 'public']);
    expect(seen((await staff(`/${id}/notes`, undefined, finance)).text)).toEqual([
      'council',
      'network',
      'public',
    ]);
    expect(seen((await staff(`/${id}/notes`)).text)).toHaveLength(4);
  });
});

describe('updates by mail', () => {
  it('go once to each who confirmed, in their language, sent by another than the writer; a press ends them', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Mail' });
    for (const [email, language] of [
      ['a@reader.example', 'en'],
      ['b@reader.example', 'ar'],
      ['c@reader.example', 'fr'],
    ] as const)
      await reader('/mail/updates', { email, language });
    await reader('/mail/updates', { email: 'A@reader.example', language: 'en' });
    const asked = (await mailed()).filter(({ to_address }) => to_address.endsWith('@reader.example'));
    expect(asked).toHaveLength(3);
    const links = asked.map(({ body }) => /updates\/([\w-]{43})/.exec(body)?.[1] ?? '');
    for (const link of links.slice(0, 2)) {
      expect((await reader(`/updates/${link}`)).text).toContain('Yes, send me updates');
      await reader(`/updates/${link}`, { wanted: 'confirm' });
    }
    const texts = { 'subject-en': 'Bridge open', 'body-en': 'The bridge is open.' };
    expect((await staff(`/${id}/updates`, { ...texts, 'body-ar': 'الجسر مفتوح.' })).status).toBe(422);
    await staff(`/${id}/updates`, { ...texts, 'subject-ar': 'الجسر', 'body-ar': 'الجسر مفتوح.' });
    const [bulletin] = (await recordOf(worker, id)).bulletins;
    const sending = `/${id}/updates/${bulletin?.id}/sending`;
    expect((await staff(sending, { version: '1' })).status).toBe(422);
    expect((await staff(sending, { version: '1' }, bako)).status).toBe(303);
    await jobs['emergency-deliver-update']?.(worker, { bulletinId: bulletin?.id });
    await jobs['emergency-deliver-update']?.(worker, { bulletinId: bulletin?.id });
    const sent = (await mailed()).filter(({ subject }) => ['Bridge open', 'الجسر'].includes(subject));
    expect(sent.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['a@reader.example', 'Bridge open'],
      ['b@reader.example', 'الجسر'],
    ]);
    expect((await reader('/mail')).text).toContain('The bridge is open.');
    await reader(`/updates/${links[0]}`, { wanted: 'end' });
    expect((await reader(`/updates/${links[0]}`)).status).toBe(404);
    expect((await reader(`/updates/${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('forgets who never confirmed, and everybody a month after the end', async () => {
    const id = await aResponse(world, amina, { cityId, title: 'Forget' });
    await reader('/forget/updates', { email: 'd@reader.example', language: 'en' });
    const left = () =>
      worker.db.selectFrom('emergency.subscription').select('id').where('response_id', '=', id).execute();
    const later = (days: number) => ({ ...worker, now: () => new Date(Date.now() + days * 86_400_000) });
    await jobs['emergency-forget-subscribers']?.(later(6), {});
    expect(await left()).toHaveLength(1);
    await jobs['emergency-forget-subscribers']?.(later(8), {});
    expect(await left()).toHaveLength(0);
  });
});
