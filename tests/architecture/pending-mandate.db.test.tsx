import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCity } from '../../src/capabilities/city-registry/builders.ts';
import { aWaitingRequest, somebodyReal } from '../../src/capabilities/mandates/builders.ts';
import { grantRoleTo } from '../../src/capabilities/people/builders.ts';
import { aCase } from '../../src/capabilities/support-desk/builders.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { reading } from '../../src/platform/database/atomically.ts';
import { surfaces } from '../../src/wiring/surfaces.ts';
import type { World } from '../../src/world.ts';
import { visitPage } from '../support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../support/world.ts';

const routes = surfaces.flatMap((surface) => surface.routes);
const portal = routes.filter(({ method, path }) => method === 'GET' && /^\/portal.*:/.test(path));

let world: TestWorld;
let worker: World;
let busy: string;
let quiet: string;
let caseId: string;
/** With a request for each city and nothing else; and with a mandate for a third city besides. */
let strangers: readonly Actor[] = [];

beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  ({ id: busy } = await aCity(worker.db, { name: 'Busyville' }));
  ({ id: quiet } = await aCity(worker.db, { name: 'Quietville' }));
  const { id: third } = await aCity(worker.db, { name: 'Makeni' });
  ({ id: caseId } = await aCase(world, worker, {
    cityId: busy,
    subject: 'CANARY subject',
    requesterName: 'CANARY name',
  }));
  const mayor = await somebodyReal(worker, 'mayor', {
    cityId: busy,
    name: 'CANARY mayor',
    email: 'canary@kenema.example',
  });
  await grantRoleTo(worker, mayor.personId, 'mayor', { cityId: busy });
  const plain = {
    ...(await somebodyReal(worker, 'partner', { email: 'plain@stranger.example' })),
    roles: [],
  };
  const elsewhere = await somebodyReal(worker, 'city-focal-point', {
    cityId: third,
    email: 'else@stranger.example',
  });
  await grantRoleTo(worker, elsewhere.personId, 'city-focal-point', { cityId: third });
  for (const { personId } of [plain, elsewhere])
    for (const cityId of [busy, quiet])
      await aWaitingRequest(worker, { cityId, personId, email: 'plain@stranger.example' });
  strangers = [plain, elsewhere];
});
afterAll(() => world.close());

/** A page of the portal with the city's id wherever an id may stand; told apart from the other city's by that id and name only. */
const bytes = async (actor: Actor, path: string, cityId: string): Promise<string> => {
  const page = await visitPage(world, routes, {
    actor,
    path: path.replaceAll(/:\w+(?:\{[^}]*\})?/g, cityId),
  });
  const text = page.text
    .replaceAll(cityId, 'CITY')
    .replaceAll(/Busyville|Quietville/g, 'NAME')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/g, 'KEY');
  return `${page.status} ${page.location ?? ''} ${text}`;
};

describe('somebody whose request is not verified', () => {
  it('is tried on every page of the portal that has an id in its address', () => {
    expect(portal.length).toBeGreaterThan(15);
  });

  it('gets the same bytes for a city with cases and people and for one without', async () => {
    const told: string[] = [];
    for (const actor of strangers)
      for (const { path } of portal) {
        const [one, other] = [await bytes(actor, path, busy), await bytes(actor, path, quiet)];
        if (one !== other || one.includes('CANARY')) told.push(`${path} to ${actor.name}`);
      }
    expect(told).toEqual([]);
  }, 120_000);

  it('does not find the city’s case by its own id, nor a person or a role in the database', async () => {
    for (const actor of strangers) {
      const page = await visitPage(world, routes, { actor, path: `/portal/cases/${caseId}` });
      expect(page.status).toBeGreaterThanOrEqual(403);
      const seen = await reading(world, actor, async (tx) => ({
        roles: await tx.selectFrom('people.role_grant').select('id').where('city_id', '=', busy).execute(),
        people: await tx.selectFrom('people.person').select('id').where('name', 'like', 'CANARY%').execute(),
        cases: await tx.selectFrom('support_desk.support_case').select('id').execute(),
      }));
      expect(seen).toEqual({ roles: [], people: [], cases: [] });
    }
  });

  it('would be noticed if the city told anything (planted fault)', async () => {
    const holder = {
      ...(strangers[0] as Actor),
      roles: [{ role: 'mayor' as const, cityId: busy, organisationId: null, until: null }],
    };
    const path = '/portal/cities/:id/people';
    expect(await bytes(holder, path, busy)).not.toBe(await bytes(holder, path, quiet));
  });
});
