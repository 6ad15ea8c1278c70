import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { anonymous } from '../../../kernel/actor.ts';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../../kernel/id.ts';
import { aPerson, aSession, grantRoleTo } from '../builders.ts';
import { identify } from './identify.ts';

const freetown = cityIdFromGeonames(2_409_306);

describe('who sends a request', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const asking = (cookie?: string) =>
    new Request('http://localhost/', cookie === undefined ? {} : { headers: { cookie } });
  const change = (statement: ReturnType<typeof sql>) => statement.execute(world.databases.worker.database);

  async function ama() {
    const worker = asWorker(world);
    const personId = await aPerson(worker);
    await grantRoleTo(worker, personId, 'city-focal-point', { cityId: freetown });
    return { personId, ...(await aSession(worker, personId)) };
  }

  it('is known by the session, with the roles that hold today', async () => {
    const { personId, id, cookie } = await ama();
    const worker = asWorker(world);
    await grantRoleTo(worker, personId, 'director', { to: calendarDate('2024-12-31') });
    await grantRoleTo(worker, personId, 'reviewer', { from: calendarDate('2999-01-01') });
    const actor = await identify(world, asking(cookie));
    expect(actor).toMatchObject({ personId, name: 'Trial person', assurance: 'passkey', sessionId: id });
    expect(actor.steppedUpAt).toBeInstanceOf(Date);
    expect(actor.roles).toEqual([
      { role: 'city-focal-point', cityId: freetown, organisationId: null, until: null },
    ]);
  });

  it('takes one trip to the database, and none without a session', async () => {
    const { cookie } = await ama();
    let trips = 0;
    const counting = world.db.withPlugin({
      transformQuery: ({ node }) => {
        trips += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    await identify({ ...world, db: counting }, asking());
    await identify({ ...world, db: counting }, asking('session=guess'));
    expect(trips).toBe(0);
    await identify({ ...world, db: counting }, asking(cookie));
    expect(trips).toBe(1);
  });

  it('is noted as seen, at most once a minute', async () => {
    const { id, cookie } = await ama();
    const seen = async () =>
      (
        await sql<{ at: Date }>`select last_seen_at as at from people.session where id = ${id}`.execute(
          world.databases.worker.database,
        )
      ).rows[0]?.at.getTime();
    const before = await seen();
    await identify(world, asking(cookie));
    expect(await seen()).toBe(before);
    await change(
      sql`update people.session set last_seen_at = clock_timestamp() - interval '2 minutes' where id = ${id}`,
    );
    await identify(world, asking(cookie));
    expect(await seen()).toBeGreaterThanOrEqual(before ?? Infinity);
  });

  it.each([
    [
      'a session revoked',
      (id: string) => sql`update people.session set revoked_at = clock_timestamp() where id = ${id}`,
    ],
    [
      'a session over',
      (id: string) => sql`update people.session set expires_at = clock_timestamp() where id = ${id}`,
    ],
    [
      'a session idle too long',
      (id: string) =>
        sql`update people.session set last_seen_at = clock_timestamp() - interval '61 minutes' where id = ${id}`,
    ],
    [
      'a suspended person',
      (id: string) => sql`update people.account set suspended_at = clock_timestamp(), suspended_why = 'left'
        where person_id = (select person_id from people.session where id = ${id})`,
    ],
  ])('is nobody after %s, at the very next request', async (_, undo) => {
    const { id, cookie } = await ama();
    expect((await identify(world, asking(cookie))).personId).not.toBeNull();
    await change(undo(id));
    expect(await identify(world, asking(cookie))).toEqual(anonymous);
  });

  it('has no role any more at the next request after it was ended', async () => {
    const { personId, cookie } = await ama();
    await change(
      sql`update people.role_grant set ended_at = clock_timestamp(), ended_why = 'moved' where person_id = ${personId}`,
    );
    expect((await identify(world, asking(cookie))).roles).toEqual([]);
  });

  it('is nobody with a token never given', async () => {
    expect(await identify(world, asking(`session=${'x'.repeat(43)}`))).toEqual(anonymous);
  });

  it('is nobody in live mode when it is a trial person', async () => {
    const { personId, token, cookie } = await ama();
    await change(sql`update people.account set trial = true where person_id = ${personId}`);
    expect((await identify(world, asking(cookie))).personId).toBe(personId);
    const live = {
      ...world,
      config: { ...world.config, mode: 'live' as const, publicUrl: 'https://example.org' },
    };
    expect(await identify(live, asking(`__Host-session=${token}`))).toEqual(anonymous);
  });
});
