import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { addDays, type CalendarDate, dayInUtc } from '../../kernel/calendar-date.ts';
import { reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { grantRoleTo } from '../people/builders.ts';
import { dailyRound, noteEnds, tellCity } from './actions/daily-round.ts';
import { endMandate, keepMandate, layDownMandate, reportLeft } from './actions/end-mandate.ts';
import { aWaitingRequest, mailsTo, somebodyReal, withFiles } from './builders.ts';
import { citiesWithPeople, mandateHoldersOf, mandateLettersTo } from './index.ts';
import { cityRoutes } from './pages/city/routes.ts';
import { lastDayOf, reminderDue } from './rules/terms.ts';

type Real = Actor & { readonly personId: string };
let bare: TestWorld;
let world: TestWorld & { removeFiles(): void };
let worker: World;
let staff: Real;
const today = dayInUtc(new Date());
beforeAll(async () => {
  bare = await testWorld();
  world = withFiles(bare);
  worker = asWorker(world);
  staff = await somebodyReal(worker, 'staff-support', { name: 'Awa of staff' });
});
afterAll(async () => {
  world.removeFiles();
  await bare.close();
});

async function holder(
  cityId: string,
  email: string,
  language: string,
  over: { to?: CalendarDate; role?: Role } = {},
): Promise<{ actor: Real; grantId: string }> {
  const { role = 'city-focal-point', to } = over;
  const actor = await somebodyReal(worker, role, { cityId, email, name: email.split('@')[0] ?? '' });
  await worker.db
    .updateTable('people.person')
    .set({ preferred_language: language })
    .where('id', '=', actor.personId)
    .execute();
  const grantId = await grantRoleTo(worker, actor.personId, role, { cityId, ...(to ? { to } : {}) });
  return { actor, grantId };
}
const city = async (name: string) => (await aCity(worker.db, { name })).id;

describe('the term of a mandate', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-27'],
    ['2026-03-01', 24, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-27'],
  ])('from %s for %i months runs to %s', (from, months, last) => {
    expect(lastDayOf(from as CalendarDate, months)).toBe(last);
  });

  it('reminds 60, 30 and 7 days before, the latest one when some were missed, and never afterwards', () => {
    const on = (daysBefore: number) => reminderDue(addDays(today, daysBefore), today);
    expect([61, 60, 31, 30, 8, 7, 0, -1].map(on)).toEqual([undefined, 60, 60, 30, 30, 7, 7, undefined]);
  });
});

describe('the end of a mandate', () => {
  it('is reminded of, each reminder once: to the person and the city’s other people, each in their language', async () => {
    const cityId = await city('Kenema');
    await holder(cityId, 'ending@kenema.example', 'fr', { to: addDays(today, 60) });
    await holder(cityId, 'other@kenema.example', 'es');
    await dailyRound(worker);
    await dailyRound(worker);
    const own = await mailsTo(worker, 'ending@kenema.example');
    const other = await mailsTo(worker, 'other@kenema.example');
    expect([own.length, own[0]?.language, other.length, other[0]?.language]).toEqual([1, 'fr', 1, 'es']);
    expect(own[0]?.body).toContain('/renewal');
    expect(other[0]?.body).toContain('ending');
    const later = new Date(Date.now() + 54 * 86_400_000);
    await dailyRound({ ...worker, now: () => later });
    expect(await mailsTo(worker, 'ending@kenema.example')).toHaveLength(2);
  });

  it('comes by itself on its date, is announced once, and leaves nobody among the holders', async () => {
    const cityId = await city('Bo');
    const { actor } = await holder(cityId, 'over@bo.example', 'en', { to: addDays(today, -1) });
    await noteEnds(worker);
    await noteEnds(worker);
    const told = await worker.db
      .selectFrom('platform.event')
      .select('payload')
      .where('kind', '=', 'mandate-ended')
      .execute();
    expect(
      told.filter(({ payload }) => (payload as { personId: string }).personId === actor.personId),
    ).toHaveLength(1);
    expect(await reading(worker, systemActor, (tx) => mandateHoldersOf(tx, cityId, today))).toEqual([]);
    expect(await reading(worker, systemActor, (tx) => mandateLettersTo(tx, cityId, today))).toEqual([]);
    expect(await reading(worker, systemActor, (tx) => citiesWithPeople(tx, today))).not.toContain(cityId);
  });

  it('may be laid down by its holder, stepped up, and by nobody else; the others are told', async () => {
    const cityId = await city('Makeni');
    const leaving = await holder(cityId, 'leaving@makeni.example', 'en');
    const staying = await holder(cityId, 'staying@makeni.example', 'ar');
    const ending = { grantId: leaving.grantId, why: 'I leave city hall' };
    await expect(layDownMandate(world, staying.actor, ending)).rejects.toMatchObject({
      reason: { key: 'platform:permission-missing' },
    });
    await expect(
      layDownMandate(world, { ...leaving.actor, steppedUpAt: null }, ending),
    ).rejects.toMatchObject({ reason: { key: 'platform:step-up-needed' } });
    await layDownMandate(world, leaving.actor, ending);
    await noteEnds(worker);
    expect((await mailsTo(worker, 'staying@makeni.example'))[0]).toMatchObject({ language: 'ar' });
    const acts = await worker.db
      .selectFrom('platform.act')
      .select('kind')
      .where('subject_id', '=', leaving.grantId)
      .execute();
    expect(acts.map(({ kind }) => kind)).toContain('mandates.laid-down');
  });

  it('may be reported by a colleague, which ends nothing; staff end it, or find the person still there', async () => {
    const cityId = await city('Koidu');
    const gone = await holder(cityId, 'gone@koidu.example', 'en');
    const there = await holder(cityId, 'there@koidu.example', 'en');
    const stranger = (await holder(await city('Lunsar'), 'x@lunsar.example', 'en')).actor;
    const report = { grantId: gone.grantId, why: 'Left in March' };
    await expect(reportLeft(world, stranger, report)).rejects.toMatchObject({ status: 404 });
    await reportLeft(world, there.actor, report);
    await expect(reportLeft(world, there.actor, report)).rejects.toMatchObject({
      reason: { key: 'mandates:reported-already' },
    });
    expect(await reading(worker, systemActor, (tx) => mandateHoldersOf(tx, cityId, today))).toHaveLength(2);
    await keepMandate(world, staff, { grantId: gone.grantId, why: 'Answered the telephone' });
    await reportLeft(world, there.actor, report);
    await endMandate(world, staff, { grantId: gone.grantId, why: 'City hall says so' });
    const holders = await reading(worker, systemActor, (tx) => mandateHoldersOf(tx, cityId, today));
    expect(holders.map(({ personId }) => personId)).toEqual([there.actor.personId]);
  });
});

describe('the city’s own pages', () => {
  const routes = cityRoutes([]);

  it('show who acts until when, let them propose, renew and vouch, and are not there for another city', async () => {
    const cityId = await city('Kabala');
    const { actor, grantId } = await holder(cityId, 'own@kabala.example', 'en', { to: addDays(today, 20) });
    const other = (await holder(await city('Waterloo'), 'o@waterloo.example', 'en')).actor;
    const requestId = await aWaitingRequest(worker, {
      cityId,
      email: 'new@kabala.example',
      name: 'New colleague',
    });
    await tellCity(worker, { requestId });
    expect((await mailsTo(worker, 'own@kabala.example'))[0]?.body).toContain('New colleague');

    const people = await visitPage(world, routes, { actor, path: `/portal/cities/${cityId}/people` });
    expect(people.status).toBe(200);
    expect(people.text).toContain('New colleague');
    expect(people.text).not.toContain('new@kabala.example');
    expect(people.document.querySelector('a[href$="/vouch"]')).not.toBeNull();
    const vouch = `/portal/cities/${cityId}/requests/${requestId}/vouch`;
    expect(
      (await visitPage(world, routes, { actor, path: vouch, form: { vouch: 'My colleague' } })).status,
    ).toBe(303);

    const renewal = `/portal/mandates/grants/${grantId}/renewal`;
    const form = { to: addDays(today, 400), documentKind: 'decree', why: 'I go on' };
    const asked = await visitPage(world, routes, { actor, path: renewal, form });
    expect(asked.status).toBe(303);
    expect((await visitPage(world, routes, { actor, path: asked.location ?? '' })).status).toBe(200);
    expect((await visitPage(world, routes, { actor, path: renewal, form })).status).toBe(422);
    expect((await visitPage(world, routes, { actor: other, path: renewal })).status).toBe(404);

    for (const path of ['people', 'people/new', 'hand-over', 'hand-over/file', `requests/${requestId}/vouch`])
      expect(
        (await visitPage(world, routes, { actor: other, path: `/portal/cities/${cityId}/${path}` })).status,
        path,
      ).toBe(404);
    for (const path of [
      '/portal/mandates',
      '/portal/mandates/new',
      renewal,
      `/portal/cities/${cityId}/hand-over`,
    ])
      for (const language of ['en', 'ar'] as const) {
        const page = await visitPage(world, routes, { actor, path, language });
        expect(page.status, path).toBe(200);
        expect(page.text).not.toContain('mandates:');
      }
  }, 90_000);

  it('answer a proposal the same whoever is proposed, and vouching verifies nothing', async () => {
    const cityId = await city('Kailahun');
    const { actor } = await holder(cityId, 'own@kailahun.example', 'en');
    const form = (email: string) => ({
      name: 'Trial colleague',
      email,
      language: 'pt',
      role: 'city-focal-point',
      from: today,
      to: addDays(today, 100),
      documentKind: 'other',
      why: 'Follows me',
      vouch: 'We share an office',
      papers: [new File(['%PDF-1.7\n'], 'x.pdf')] as unknown as string[],
    });
    const path = `/portal/cities/${cityId}/people`;
    const known = await visitPage(world, routes, { actor, path, form: form('own@kabala.example') });
    const unknown = await visitPage(world, routes, { actor, path, form: form('nobody@kailahun.example') });
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location]);
    const [mail] = await mailsTo(worker, 'nobody@kailahun.example');
    expect(mail).toMatchObject({ language: 'pt' });
    const [request] = await worker.db
      .selectFrom('mandates.request')
      .selectAll()
      .where('email', '=', 'nobody@kailahun.example')
      .execute();
    expect(request).toMatchObject({ stage: 'unproven', kind: 'proposal', proposed_by: actor.personId });
  });
});
