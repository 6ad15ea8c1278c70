import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCity } from '../../src/capabilities/city-registry/builders.ts';
import { callBack } from '../../src/capabilities/mandates/actions/call-back.ts';
import { noteEnds } from '../../src/capabilities/mandates/actions/daily-round.ts';
import { endMandate } from '../../src/capabilities/mandates/actions/end-mandate.ts';
import { tasksFor } from '../../src/capabilities/mandates/actions/hand-over.ts';
import {
  aKnownChannel,
  aWaitingRequest,
  mailsTo,
  somebodyReal,
} from '../../src/capabilities/mandates/builders.ts';
import { cityRoutes as mandatesCity } from '../../src/capabilities/mandates/pages/city/routes.ts';
import { workspaceRoutes as mandatesWorkspace } from '../../src/capabilities/mandates/pages/workspace/routes.ts';
import { moveSession, planSession } from '../../src/capabilities/peer-exchange/actions/sessions.ts';
import { cityMatters as exchangeMatters } from '../../src/capabilities/peer-exchange/index.ts';
import { routes as exchangeCity } from '../../src/capabilities/peer-exchange/pages/city/routes.tsx';
import { reactions as exchangeReactions } from '../../src/capabilities/peer-exchange/reactions.ts';
import { grantRoleTo } from '../../src/capabilities/people/builders.ts';
import { replyToCity } from '../../src/capabilities/support-desk/actions/reply-to-city.ts';
import { isKnownAddress } from '../../src/capabilities/support-desk/store/threading.ts';
import { aCase, tokenFor } from '../../src/capabilities/support-desk/builders.ts';
import { cityMatters as deskMatters } from '../../src/capabilities/support-desk/index.ts';
import { routes as deskCity } from '../../src/capabilities/support-desk/pages/city/routes.tsx';
import { routes as deskPublic } from '../../src/capabilities/support-desk/pages/public/routes.tsx';
import { reactions as deskReactions } from '../../src/capabilities/support-desk/reactions.ts';
import { type Actor, anonymous, type Role } from '../../src/kernel/actor.ts';
import { reading } from '../../src/platform/database/atomically.ts';
import { deliverEvent } from '../../src/platform/events/announce.ts';
import type { World } from '../../src/world.ts';
import { portalRoutes } from '../../src/surfaces/city-portal/home/routes.tsx';
import { visitPage } from '../support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../support/world.ts';

type Real = Actor & { readonly personId: string };
const sources = [deskMatters, exchangeMatters];
const routes = [
  ...portalRoutes([]),
  ...deskCity,
  ...deskPublic,
  ...exchangeCity,
  ...mandatesCity(sources),
  ...mandatesWorkspace(sources),
];
const old = 'old-mayor@kenema.example';
const older = 'old-clerk@kenema.example';
let world: TestWorld;
let worker: World;
let staff: Real;
let director: Real;
let cityId: string;
let otherId: string;
let caseId: string;
let exchangeId: string;
let sessionId: string;
const ended: string[] = [];
let formers: Real[] = [];

beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
  ({ id: otherId } = await aCity(worker.db, { name: 'Bo' }));
  staff = await somebodyReal(worker, 'staff-support');
  director = await somebodyReal(worker, 'director');
  formers = [
    await somebodyReal(worker, 'mayor', { cityId, email: old }),
    await somebodyReal(worker, 'city-focal-point', { cityId, email: older }),
  ];
  for (const [index, role] of (['mayor', 'city-focal-point'] as const).entries())
    ended.push(await grantRoleTo(worker, formers[index]?.personId ?? '', role, { cityId }));
  const former = formers[0] as Real;
  caseId = (await aCase(world, worker, { cityId, requesterEmail: old, requesterName: 'Old mayor' })).id;
  exchangeId = await anExchange();
  sessionId = await planSession(world, former, { exchangeId, ...inDays(20) });
});
afterAll(() => world.close());

const inDays = (days: number) => ({
  startsAt: new Date(Date.now() + days * 86_400_000),
  endsAt: new Date(Date.now() + days * 86_400_000 + 3_600_000),
  place: 'By video',
  agenda: 'Rooms for newcomers',
});

async function anExchange(): Promise<string> {
  const id = world.newId();
  const roundId = world.newId();
  const round = {
    name: 'Autumn',
    shape: 'pairs',
    day: '2026-11-01',
    max_partners: 3,
    wish: 'either',
    consent_days: 14,
    weights: '{}',
  };
  await worker.db
    .insertInto('peer_exchange.round')
    .values({ id: roundId, ...round })
    .execute();
  await worker.db
    .insertInto('peer_exchange.exchange')
    .values({
      id,
      round_id: roundId,
      city_ids: [cityId, otherId],
      topics: ['housing'],
      languages: ['en'],
      grounds: '[]',
      points: 10,
      stage: 'agreed',
      consent_by: new Date(),
      agreed_at: new Date(),
    })
    .execute();
  const contacts = [
    [cityId, old],
    [otherId, 'clerk@bo.example'],
  ] as const;
  for (const [city, email] of contacts)
    await worker.db
      .insertInto('peer_exchange.participant')
      .values({
        exchange_id: id,
        city_id: city,
        token_hash: Buffer.from(world.randomBytes(32)),
        answer: 'yes',
        answered_at: new Date(),
        contact_name: 'Contact',
        contact_email: email,
        contact_language: 'en',
      })
      .execute();
  return id;
}

/** What the worker does with every announcement that somebody's mandate ended. */
async function deliverEnds(): Promise<void> {
  await noteEnds(worker);
  const events = await worker.db
    .selectFrom('platform.event')
    .select('id')
    .where('kind', '=', 'mandate-ended')
    .execute();
  for (const { id } of events) await deliverEvent(worker, [...deskReactions, ...exchangeReactions], id);
}

async function verified(
  email: string,
  role: 'mayor' | 'city-focal-point',
  recordedBy: string,
): Promise<Real> {
  const channelId = await aKnownChannel(worker, { cityId, recordedBy });
  const requestId = await aWaitingRequest(worker, { cityId, role, email, name: `New ${role}` });
  const call = {
    requestId,
    channelId,
    reachedAt: new Date(),
    answeredBy: 'Registry',
    office: 'City hall',
    note: null,
  };
  await callBack(world, staff, { ...call, outcome: 'confirmed' });
  if (role === 'mayor') await callBack(world, director, { ...call, outcome: 'confirmed' });
  const grant = await worker.db
    .selectFrom('people.role_grant')
    .select('person_id')
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  const roles = [{ role: role as Role, cityId, organisationId: null, until: null }];
  return {
    ...anonymous,
    personId: grant.person_id,
    name: `New ${role}`,
    roles,
    assurance: 'passkey',
    steppedUpAt: new Date(),
  };
}

describe('when all of a city’s officials change', () => {
  it('tells support staff what is open while nobody acts, and writes to nobody who left', async () => {
    const link = await tokenFor(worker, caseId);
    for (const grantId of ended) await endMandate(world, staff, { grantId, why: 'Elections' });
    await deliverEnds();
    const before = [(await mailsTo(worker, old)).length, (await mailsTo(worker, older)).length];

    const tasks = await reading(world, staff, (tx) => tasksFor(sources)(tx, staff, world.now()));
    const empty = tasks.find(({ what }) => what.key === 'mandates:task-empty');
    expect(empty).toMatchObject({ path: `/workspace/mandates/cities/${cityId}` });
    expect(empty?.what.values).toMatchObject({ city: 'Kenema', n: 3 });
    const page = await visitPage(world, routes, { actor: staff, path: empty?.path ?? '' });
    expect(page.document.querySelector('.notice.signal')?.textContent).toContain('Call city hall');

    await replyToCity(world, staff, {
      caseId,
      body: 'Our answer',
      attachments: [],
      next: 'waiting-city',
      alsoMerged: false,
      version: await versionOf(),
    });
    expect([(await mailsTo(worker, old)).length, (await mailsTo(worker, older)).length]).toEqual(before);
    expect((await visitPage(world, routes, { path: `/ask/thread/${link}` })).status).toBe(404);
    expect(await isKnownAddress(worker.db, caseId, old)).toBe(false);
  });

  it('goes on with the new ones: each open matter is shown to them and carried on by them, nothing goes to the old', async () => {
    const before = [(await mailsTo(worker, old)).length, (await mailsTo(worker, older)).length];
    const mayor = await verified('new-mayor@kenema.example', 'mayor', staff.personId);
    const clerk = await verified('new-clerk@kenema.example', 'city-focal-point', staff.personId);
    const start = await visitPage(world, routes, { actor: clerk, path: '/start' });
    expect(start.location).toBe(`/portal/cities/${cityId}/hand-over`);

    const pack = await visitPage(world, routes, { actor: clerk, path: start.location ?? '' });
    const links = [...pack.document.querySelectorAll('tbody a')].map((a) => a.getAttribute('href') ?? '');
    expect(links).toEqual(
      expect.arrayContaining([
        `/portal/cases/${caseId}`,
        `/portal/exchange/exchanges/${exchangeId}`,
        `/portal/exchange/sessions/${sessionId}`,
      ]),
    );
    for (const actor of [mayor, clerk])
      for (const path of links)
        expect((await visitPage(world, routes, { actor, path })).status, path).toBe(200);
    const file = await visitPage(world, routes, { actor: clerk, path: `${start.location}/file` });
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.text).toContain(`/portal/cases/${caseId}`);
    await visitPage(world, routes, { actor: clerk, path: `${start.location}/receipt`, form: {} });
    expect((await visitPage(world, routes, { actor: clerk, path: '/start' })).location).toBe('/portal');

    const wrote = await visitPage(world, routes, {
      actor: clerk,
      path: `/portal/cases/${caseId}/messages`,
      form: { body: 'We go on' },
    });
    expect(wrote.status).toBe(303);
    await replyToCity(world, staff, {
      caseId,
      body: 'Our second answer',
      attachments: [],
      next: 'waiting-city',
      alsoMerged: false,
      version: await versionOf(),
    });
    await moveSession(world, mayor, { sessionId, version: 1, ...inDays(30) });
    for (const address of ['new-mayor@kenema.example', 'new-clerk@kenema.example']) {
      const bodies = (await mailsTo(worker, address)).map(({ body }) => body);
      expect(
        bodies.some((body) => body.includes('Our second answer') && body.includes(`/portal/cases/${caseId}`)),
        address,
      ).toBe(true);
      expect(
        bodies.some((body) => body.includes('Rooms for newcomers')),
        address,
      ).toBe(true);
    }
    expect(await isKnownAddress(worker.db, caseId, 'new-clerk@kenema.example')).toBe(true);
    expect([(await mailsTo(worker, old)).length, (await mailsTo(worker, older)).length]).toEqual(before);
  });

  it('shows those who left nothing of it', async () => {
    const gone = { ...(formers[0] as Real), roles: [] };
    for (const path of [
      `/portal/cases/${caseId}`,
      `/portal/cities/${cityId}/people`,
      `/portal/exchange/exchanges/${exchangeId}`,
    ])
      expect((await visitPage(world, routes, { actor: gone, path })).status, path).toBeGreaterThanOrEqual(
        403,
      );
    expect(await reading(world, gone, (tx) => deskMatters(tx, cityId, world.now()))).toEqual([]);
    expect(await reading(world, gone, (tx) => exchangeMatters(tx, cityId, world.now()))).toEqual([]);
  });
});

async function versionOf(): Promise<number> {
  const row = await worker.db
    .selectFrom('support_desk.support_case')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  return row.version;
}
