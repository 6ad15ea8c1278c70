import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { atomically } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { callBack } from './actions/call-back.ts';
import { askForMore, refuseRequest } from './actions/decide.ts';
import { recordChannel } from './actions/keep-channels.ts';
import { aKnownChannel, aWaitingRequest, mailsTo, somebodyReal } from './builders.ts';
import { workspaceRoutes } from './pages/workspace/routes.ts';

type Real = Actor & { readonly personId: string };
let world: TestWorld;
let worker: World;
let cityId: string;
let awa: Real;
let ben: Real;
let known: string;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
  awa = await somebodyReal(worker, 'staff-support', { name: 'Awa of staff' });
  ben = await somebodyReal(worker, 'director', { name: 'Ben of staff' });
  known = await aKnownChannel(worker, { cityId, recordedBy: awa.personId });
});
afterAll(() => world.close());

const call = (requestId: string, over: Partial<Parameters<typeof callBack>[2]> = {}) => ({
  requestId,
  channelId: known,
  reachedAt: new Date(),
  answeredBy: 'The head of the registry',
  office: 'Registry',
  outcome: 'confirmed' as const,
  note: null,
  ...over,
});
const grantOf = (id: string) =>
  worker.db.selectFrom('people.role_grant').selectAll().where('id', '=', id).executeTakeFirst();
const stageOf = async (id: string) =>
  (await worker.db.selectFrom('mandates.request').select('stage').where('id', '=', id).executeTakeFirst())
    ?.stage;

describe('verifying a mandate', () => {
  it('makes a focal point by one call: person, account, role until its day, mails and an announcement', async () => {
    const id = await aWaitingRequest(worker, {
      cityId,
      email: 'fp@kenema.example',
      language: 'es',
      name: 'Trial Focal',
    });
    expect(await callBack(world, awa, call(id))).toEqual({ verified: true });
    const grant = await grantOf(id);
    expect(grant).toMatchObject({ role: 'city-focal-point', city_id: cityId, granted_by: awa.personId });
    expect(grant?.to_date).not.toBeNull();
    const mails = await mailsTo(worker, 'fp@kenema.example');
    expect(mails.length).toBeGreaterThanOrEqual(2);
    expect(mails.every(({ language }) => language === 'es')).toBe(true);
    expect(mails.some(({ body }) => body.includes('/es/sign-in/code'))).toBe(true);
    const events = await worker.db
      .selectFrom('platform.event')
      .selectAll()
      .where('kind', '=', 'mandate-verified')
      .execute();
    expect(events.some(({ payload }) => (payload as { grantId: string }).grantId === id)).toBe(true);
  });

  it.each(['city-certifier', 'mayor'] as const)(
    'makes a %s only when two different staff have called',
    async (role) => {
      const id = await aWaitingRequest(worker, { cityId, role, email: `${role}@kenema.example` });
      expect(await callBack(world, awa, call(id))).toEqual({ verified: false });
      await expect(callBack(world, awa, call(id))).rejects.toMatchObject({
        reason: { key: 'mandates:second-staff-needed' },
      });
      expect(await grantOf(id)).toBeUndefined();
      expect(await callBack(world, ben, call(id))).toEqual({ verified: true });
      expect(await grantOf(id)).toMatchObject({ role });
    },
  );

  it('finds a person again by their address: a second mandate makes no second person', async () => {
    const first = await aWaitingRequest(worker, { cityId, email: 'twice@kenema.example' });
    await callBack(world, awa, call(first));
    const second = await aWaitingRequest(worker, { cityId, role: 'mayor', email: 'twice@kenema.example' });
    await callBack(world, awa, call(second));
    await callBack(world, ben, call(second));
    expect((await grantOf(second))?.person_id).toBe((await grantOf(first))?.person_id);
  });

  it('takes no channel that was recorded after the request, came with it, was given up, or is another city’s', async () => {
    const id = await aWaitingRequest(worker, { cityId, email: 'later@kenema.example' });
    const late = await recordChannel(world, awa, {
      cityId,
      kind: 'telephone',
      reach: '+232 11 111 111',
      source: 'Found today',
      knownSince: '2020-01-01' as never,
    });
    const { id: elsewhere } = await aCity(worker.db, { name: 'Bo' });
    const other = await aKnownChannel(worker, { cityId: elsewhere, recordedBy: awa.personId });
    const own = await aKnownChannel(worker, {
      cityId,
      recordedBy: awa.personId,
      reach: 'later@kenema.example',
    });
    for (const [channelId, key] of [
      [late, 'mandates:channel-too-new'],
      [other, 'mandates:channel-of-other-city'],
      [own, 'mandates:channel-is-requester'],
    ] as const)
      await expect(callBack(world, awa, call(id, { channelId }))).rejects.toMatchObject({ reason: { key } });
    expect(await stageOf(id)).toBe('waiting');
  });

  it('is no longer possible once city hall has said no; a refusal is mailed with its reason, in the requester’s language', async () => {
    const id = await aWaitingRequest(worker, { cityId, email: 'denied@kenema.example', language: 'pt' });
    expect(await callBack(world, awa, call(id, { outcome: 'denied' }))).toEqual({ verified: false });
    expect(await callBack(world, ben, call(id))).toEqual({ verified: false });
    await refuseRequest(world, awa, { requestId: id, words: 'A câmara não a conhece.' });
    const [mail] = await mailsTo(worker, 'denied@kenema.example');
    expect(mail).toMatchObject({ language: 'pt' });
    expect(mail?.body).toContain('A câmara não a conhece.');
    expect(mail?.body).toContain('Não podemos verificar');
    await expect(callBack(world, awa, call(id))).rejects.toMatchObject({
      reason: { key: 'mandates:request-over' },
    });
  });

  it('may ask for more, and is nobody’s who asked themself, did not step up, or has no part in it', async () => {
    const id = await aWaitingRequest(worker, {
      cityId,
      email: 'more@kenema.example',
      personId: ben.personId,
    });
    await expect(callBack(world, ben, call(id))).rejects.toMatchObject({
      reason: { key: 'mandates:own-request' },
    });
    await expect(callBack(world, { ...awa, steppedUpAt: null }, call(id))).rejects.toMatchObject({
      reason: { key: 'platform:step-up-needed' },
    });
    const fund = await somebodyReal(worker, 'staff-fund');
    await expect(refuseRequest(world, fund, { requestId: id, words: 'No' })).rejects.toMatchObject({
      status: 404,
    });
    await askForMore(world, awa, { requestId: id, words: 'Which office?' });
    expect(await stageOf(id)).toBe('more-asked');
    expect((await mailsTo(worker, 'more@kenema.example'))[0]?.body).toContain('Which office?');
  });
});

/** The first wall is switched off: statements straight to the database, as the member role with the actor's context. */
describe('the database itself', () => {
  const attempt = (actor: Actor, statement: ReturnType<typeof sql>) =>
    atomically(world, actor, async (tx) => Number((await statement.execute(tx)).numAffectedRows ?? 0n));
  const insertCall = (id: string, channelId: string, by: string, reachedAt = new Date()) =>
    sql`insert into mandates.verification (id, request_id, channel_id, by_person, reached_at, answered_by, office, outcome)
      values (${worker.newId()}, ${id}, ${channelId}, ${by}, ${reachedAt}, 'x', 'y', 'confirmed')`;

  it('verifies through no channel that is newer than the request, or that the request itself brought', async () => {
    const id = await aWaitingRequest(worker, { cityId, email: 'wall@kenema.example' });
    const late = await aKnownChannel(worker, {
      cityId,
      recordedBy: awa.personId,
      recordedAt: new Date(Date.now() + 1000),
    });
    const own = await aKnownChannel(worker, {
      cityId,
      recordedBy: awa.personId,
      reach: 'Wall@kenema.example',
    });
    for (const channel of [late, own])
      await expect(attempt(awa, insertCall(id, channel, awa.personId))).rejects.toMatchObject({
        code: 'MM002',
      });
    await expect(
      attempt(awa, insertCall(id, known, awa.personId, new Date('2020-01-01'))),
    ).rejects.toMatchObject({ code: 'MM003' });
    expect(await attempt(awa, insertCall(id, known, awa.personId))).toBe(1);
  });

  it('lets nobody record a channel as of yesterday, or in another’s name', async () => {
    const insert = (columns: string, by: string) =>
      sql`insert into mandates.known_channel (id, city_id, kind, reach, source, known_since, recorded_by${sql.raw(columns ? ', recorded_at' : '')})
        values (${worker.newId()}, ${cityId}, 'telephone', '1', 's', '2020-01-01', ${by}${sql.raw(columns)})`;
    await expect(attempt(awa, insert(", '2020-01-01'", awa.personId))).rejects.toMatchObject({
      code: '42501',
    });
    await expect(attempt(awa, insert('', ben.personId))).rejects.toMatchObject({ code: '42501' });
  });

  it('verifies nothing with fewer staff than the role needs', async () => {
    const id = await aWaitingRequest(worker, { cityId, role: 'mayor', email: 'mayor2@kenema.example' });
    await attempt(awa, insertCall(id, known, awa.personId));
    const verify = sql`update mandates.request set stage = 'verified', decided_by = ${awa.personId}, person_id = ${ben.personId} where id = ${id}`;
    await expect(attempt(awa, verify)).rejects.toMatchObject({ code: 'MM005' });
  });

  it('lets support staff give a role only as a verified request says, and bring in nobody else', async () => {
    const grant = (id: string, person: string, role: string) =>
      sql`insert into people.role_grant (id, person_id, role, city_id, from_date, to_date, granted_by, basis)
        values (${id}, ${person}, ${role}, ${cityId}, '2030-01-01', '2030-02-01', ${awa.personId}, 'x')`;
    await expect(attempt(awa, grant(worker.newId(), ben.personId, 'mayor'))).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      attempt(awa, sql`insert into people.person (id, name) values (${worker.newId()}, 'Planted')`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('hides requests, call-backs and known channels from all but those who verify', async () => {
    const own = await somebodyReal(worker, 'mayor', {
      cityId: (await aCity(worker.db, { name: 'Makeni' })).id,
    });
    const fund = await somebodyReal(worker, 'staff-fund');
    for (const table of ['known_channel', 'verification', 'request', 'document', 'vouch', 'left_report'])
      for (const actor of [own, fund]) {
        const seen = await atomically(
          world,
          actor,
          async (tx) => (await sql`select 1 from ${sql.table(`mandates.${table}`)}`.execute(tx)).rows.length,
        );
        expect(seen, `${table} by ${actor.name}`).toBe(0);
      }
  });
});

describe('the pages of those who verify', () => {
  const routes = workspaceRoutes([]);

  it('list what is due first, find a city by name, and export without addresses or channels', async () => {
    await aWaitingRequest(worker, {
      cityId,
      email: 'secret-address@kenema.example',
      name: 'Listed requester',
    });
    const page = await visitPage(world, routes, {
      actor: awa,
      path: '/workspace/mandates?words=kenem&shows=requests',
    });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Listed requester');
    const none = await visitPage(world, routes, { actor: awa, path: '/workspace/mandates?words=nowhere' });
    expect(none.document.querySelector('.empty')).not.toBeNull();
    const csv = await visitPage(world, routes, { actor: awa, path: '/workspace/mandates.csv?shows=all' });
    expect(csv.text).toContain('Listed requester');
    expect(csv.text).not.toMatch(/secret-address|\+232/);
  });

  it('offer only channels known before, log the call by a form, and draw in every language', async () => {
    const id = await aWaitingRequest(worker, {
      cityId,
      email: 'page@kenema.example',
      name: 'Paged requester',
    });
    const at = `/workspace/mandates/requests/${id}`;
    const form = await visitPage(world, routes, { actor: awa, path: `${at}/call` });
    expect(form.document.querySelector(`input[value="${known}"]`)).not.toBeNull();
    const wrong = await visitPage(world, routes, {
      actor: awa,
      path: `${at}/call`,
      form: { reachedAt: 'soon' },
    });
    expect(wrong.document.querySelectorAll('.error-summary li').length).toBeGreaterThanOrEqual(4);
    for (const path of [
      at,
      `${at}/call`,
      `${at}/refusal`,
      `/workspace/mandates/cities/${cityId}`,
      '/workspace/mandates',
    ])
      for (const language of ['en', 'ar'] as const) {
        const page = await visitPage(world, routes, { actor: awa, path, language });
        expect(page.status, path).toBe(200);
        expect(page.text).not.toContain('mandates:');
      }
    const reachedAt = new Date(Date.now() + 1000).toISOString().slice(0, 16).replace('T', ' ');
    const early = await visitPage(world, routes, {
      actor: awa,
      path: `${at}/call`,
      form: {
        channelId: known,
        reachedAt: '2020-01-01 10:00',
        answeredBy: 'A',
        office: 'B',
        outcome: 'confirmed',
      },
    });
    expect(early.status).toBe(422);
    expect(reachedAt).toMatch(/^\d{4}/);
  });
});
