import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { identify } from './actions/identify.ts';
import { setPassphrase } from './actions/set-passphrase.ts';
import { amasPassphrase, aPerson, aSession } from './builders.ts';
import { commands } from './cli.ts';
import { routes } from './pages/public/routes.tsx';
import { jobs } from './schedules.ts';

describe('the operator’s commands about people', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  async function run(options: Record<string, string>) {
    const said: string[] = [];
    const line = {
      args: [],
      options,
      json: true,
      out: (text: string) => said.push(text),
      err: (text: string) => said.push(text),
      readStdin: async () => Buffer.alloc(0),
    };
    return { code: await commands[0]?.run(line, asWorker(world)), said: said.join('\n') };
  }
  const ama = { name: 'Trial person', email: 'Ama@council.example' };
  const follow = async (said: string) => {
    const { pathname: path } = new URL((JSON.parse(said) as { link: string }).link);
    const opened = await visitPage(world, routes, { path, form: {} });
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { path, actor: await identify(world, new Request('http://localhost/', { headers: { cookie } })) };
  };

  it('makes an administrator by a link that opens once and sets up the first way in', async () => {
    const { code, said } = await run(ama);
    expect(code).toBe(0);
    const { path, actor } = await follow(said);
    expect(actor).toMatchObject({ name: 'Trial person', assurance: 'mailed-code' });
    expect(actor.roles.map(({ role }) => role)).toEqual(['administrator']);
    expect((await visitPage(world, routes, { path, form: {} })).status).toBe(410);
    await setPassphrase(world, actor, amasPassphrase);
  });

  it('makes the same person administrator once, however often it is run', async () => {
    const first = JSON.parse((await run(ama)).said) as { personId: string; link: string };
    const second = JSON.parse((await run({ ...ama, name: 'Other' })).said) as { personId: string };
    expect(second.personId).toBe(first.personId);
    expect((await visitPage(world, routes, { path: new URL(first.link).pathname, form: {} })).status).toBe(
      410,
    );
  });

  it('ends the link after an hour', async () => {
    const { said } = await run(ama);
    await sql`update people.one_time_link set expires_at = expires_at - interval '61 minutes'`.execute(
      world.databases.worker.database,
    );
    expect((await follow(said)).actor.personId).toBeNull();
  });

  it.each([{}, { name: 'Ama' }, { name: ' ', email: 'a@b.org' }, { name: 'Ama', email: 'ama' }])(
    'says how it is used when given %j',
    async (options) => {
      expect(await run(options)).toMatchObject({ code: 2, said: expect.stringContaining('--email') });
    },
  );

  it('clears away what sign-ins leave behind, and no open session', async () => {
    const database = world.databases.worker.database;
    const worker = asWorker(world);
    const personId = await aPerson(worker);
    const open = await aSession(worker, personId);
    const closed = await aSession(worker, personId);
    await sql`update people.session set revoked_at = now() - interval '91 days' where id = ${closed.id}`.execute(
      database,
    );
    const attempt = { purpose: 'mail', account: Buffer.from('a'), network: Buffer.from('n') };
    const at = new Date(Date.now() - 25 * 3_600_000);
    await database
      .insertInto('people.attempt')
      .values([
        { id: world.newId(), ...attempt, at },
        { id: world.newId(), ...attempt },
      ])
      .execute();
    await jobs['prune-sign-ins']?.(worker, {});
    const left = await database
      .selectFrom('people.session')
      .select('id')
      .where('person_id', '=', personId)
      .execute();
    expect(left).toEqual([{ id: open.id }]);
    expect(await database.selectFrom('people.attempt').select('id').execute()).toHaveLength(1);
  });
});
