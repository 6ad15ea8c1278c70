import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../../kernel/actor.ts';
import { cityIdFromGeonames } from '../../../kernel/id.ts';
import { atomically, reading } from '../../../platform/database/atomically.ts';
import { aPerson, aSession, grantRoleTo, setUpPassphrase } from '../builders.ts';

const freetown = cityIdFromGeonames(2_409_306);

/** The database alone, with no permission asked before it: what the second wall holds by itself. */
describe('the second wall around people', () => {
  let world: TestWorld;
  let ama: string;
  let session: string;
  beforeAll(async () => {
    world = await testWorld();
    const worker = asWorker(world);
    ama = await aPerson(worker, { email: 'ama@city.example' });
    await grantRoleTo(worker, ama, 'city-focal-point', { cityId: freetown });
    session = (await aSession(worker, ama)).id;
    await setUpPassphrase(worker, ama);
    await worker.db
      .insertInto('people.printed_code')
      .values({ person_id: ama, code_hash: Buffer.from('x') })
      .execute();
    await worker.db
      .insertInto('people.passkey')
      .values({
        id: 'k',
        person_id: ama,
        public_key: Buffer.from('x'),
        counter: 0n,
        name: 'Phone',
        synced: false,
      })
      .execute();
  });
  afterAll(() => world.close());

  const countAs = async (actor: Actor, table: string) =>
    await reading(world, actor, async (tx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
        tx,
      );
      return rows[0]?.n;
    });
  const tryAs = (actor: Actor, statement: ReturnType<typeof sql>) =>
    atomically(world, actor, async (tx) => Number((await statement.execute(tx)).numAffectedRows ?? 0n));

  const secrets = [
    'email_address',
    'session',
    'passphrase',
    'totp',
    'printed_code',
    'passkey',
    'account',
    'role_grant',
  ];

  it.each(secrets)('shows a member without role nothing of %s', async (table) => {
    const kofi = { ...anonymous, personId: world.newId(), name: 'Kofi' };
    expect(await countAs(kofi, `people.${table}`)).toBe(0);
    expect(await countAs(anonymous, `people.${table}`)).toBe(0);
    expect(await countAs({ ...anonymous, personId: ama, name: 'Ama' }, `people.${table}`)).toBeGreaterThan(0);
  });

  it.each(['passphrase', 'totp', 'printed_code', 'passkey'])(
    'shows nobody’s %s to a director or administrator',
    async (table) => {
      expect(await countAs(someone('director'), `people.${table}`)).toBe(0);
      expect(await countAs(someone('administrator'), `people.${table}`)).toBe(0);
    },
  );

  it('shows sessions to their owner and to a director, never a token’s hash', async () => {
    expect(await countAs(someone('staff-support'), 'people.session')).toBe(0);
    expect(await countAs(someone('director'), 'people.session')).toBe(1);
    await expect(tryAs(someone('director'), sql`select token_hash from people.session`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('shows a city’s roles to those of that city only', async () => {
    expect(await countAs(someone('mayor', { cityId: freetown }), 'people.role_grant')).toBe(1);
    expect(await countAs(someone('mayor', { cityId: cityIdFromGeonames(1) }), 'people.role_grant')).toBe(0);
  });

  it('shows codes, links, challenges and attempts to nobody', async () => {
    for (const table of ['mailed_code', 'one_time_link', 'used_challenge', 'attempt']) {
      await expect(countAs(someone('administrator'), `people.${table}`)).rejects.toThrow(/permission denied/);
    }
  });

  it('shows the public the names of public persons, and nothing else of anybody', async () => {
    const open = world.publicDb;
    expect(await open.selectFrom('people.person').select(['id', 'name']).execute()).toEqual([]);
    await expect(open.selectFrom('people.person').select('preferred_language').execute()).rejects.toThrow(
      /denied/,
    );
    for (const table of ['email_address', 'account', 'role_grant', 'session', 'passphrase'])
      await expect(sql`select 1 from ${sql.table(`people.${table}`)}`.execute(open)).rejects.toThrow(
        /denied/,
      );
    await expect(sql`select * from people.open_session('x')`.execute(open)).rejects.toThrow(/denied/);
  });

  it('lets nobody grant to themself, in another’s name, or without being a director', async () => {
    const grant = (to: string, by: string | null, role = 'reviewer') => sql`insert into people.role_grant
      (id, person_id, role, from_date, granted_by, basis) values (${world.newId()}, ${to}, ${role}, '2026-01-01', ${by}, 'x')`;
    const asDirector = someone('director', { personId: ama });
    await expect(tryAs(asDirector, grant(ama, ama))).rejects.toThrow(/nobody_grants_to_themself/);
    await expect(tryAs(someone('director'), grant(ama, null))).rejects.toThrow(/row-level security/);
    const esi = await aPerson(asWorker(world));
    await expect(tryAs(asDirector, grant(esi, ama, 'administrator'))).rejects.toThrow(/row-level security/);
    const finance = someone('finance', { personId: ama });
    await expect(tryAs(finance, grant(esi, ama))).rejects.toThrow(/row-level security/);
    expect(await tryAs(asDirector, grant(esi, ama))).toBe(1);
  });

  it('lets nobody change a role but to end it, or end it in another’s name', async () => {
    const director = someone('director', { personId: ama });
    await expect(tryAs(director, sql`update people.role_grant set role = 'director'`)).rejects.toThrow(
      /denied/,
    );
    await expect(tryAs(director, sql`update people.role_grant set to_date = null`)).rejects.toThrow(/denied/);
    await expect(tryAs(director, sql`delete from people.role_grant`)).rejects.toThrow(/denied/);
    const byAnother = sql`update people.role_grant set ended_at = now(), ended_why = 'x', ended_by = null`;
    await expect(tryAs(director, byAnother)).rejects.toThrow(/row-level security/);
  });

  it('lets nobody open a session for another, or revive an ended one of another', async () => {
    const forged = sql`insert into people.session (id, token_hash, person_id, assurance, expires_at, idle_minutes)
      values (${world.newId()}, ${Buffer.alloc(32)}, ${ama}, 'passkey', now() + interval '1 hour', 60)`;
    await expect(tryAs(someone('administrator'), forged)).rejects.toThrow(/row-level security/);
    const revive = sql`update people.session set revoked_at = null where id = ${session}`;
    await expect(tryAs(someone('director'), revive)).rejects.toThrow(/row-level security/);
    const kofi = { ...anonymous, personId: world.newId(), name: 'Kofi' };
    expect(await tryAs(kofi, sql`update people.session set revoked_at = now() where id = ${session}`)).toBe(
      0,
    );
  });

  it('lets nobody give themself an invitation, take an address, or lift their own suspension', async () => {
    const self = { ...anonymous, personId: ama, name: 'Ama' };
    const invite = sql`update people.account set invited_until = now() + interval '1 day' where person_id = ${ama}`;
    expect(await tryAs(self, invite)).toBe(0);
    expect(await tryAs(someone('administrator', { personId: ama }), invite)).toBe(0);
    const take = sql`insert into people.email_address (address, person_id) values ('x@city.example', ${ama})`;
    await expect(tryAs(self, take)).rejects.toThrow(/row-level security/);
  });

  it('lets nobody arrange a mailed code or mark an attempt', async () => {
    const arranged = sql`insert into people.mailed_code (id, person_id) values (${world.newId()}, ${ama})`;
    await expect(tryAs(someone('administrator'), arranged)).rejects.toThrow(/permission denied/);
    await expect(tryAs(anonymous, sql`update people.attempt set succeeded = true`)).rejects.toThrow(/denied/);
  });

  it('lets only the secretariat change organisations', async () => {
    const add = sql`insert into people.organisation (id, slug, name, kind)
      values (${world.newId()}, 'x', '{"en":"x","fr":"x","es":"x","pt":"x","ar":"x"}', 'government')`;
    await expect(tryAs(someone('partner'), add)).rejects.toThrow(/row-level security/);
    expect(await tryAs(someone('staff-support'), add)).toBe(1);
    expect(await tryAs(someone('partner'), sql`update people.organisation set acronym = 'X'`)).toBe(0);
  });
});
