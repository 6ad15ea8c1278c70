import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../world.ts';
import { secretsFrom } from '../config/secrets.ts';
import { addressFromUrl } from '../database/roles.ts';
import { fileStore } from '../files/index.ts';
import { anOperator, type Operator } from './builders.ts';
import { doctorCommand } from './doctor.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await anOperator();
});
afterAll(() => operator.close());

async function saidOf(name: string, given: World = operator.world, quick = false): Promise<string> {
  const { out } = await operator.type('doctor', [], quick ? { quick: true } : {}, given);
  return out.split('\n').find((line) => line.slice(6).startsWith(`${name}:`)) ?? out;
}

interface Fault {
  readonly what: string;
  readonly plant: string;
  readonly mend: string;
  readonly check: string;
  readonly says: string;
}

const faults: Fault[] = [
  {
    what: 'a table without its wall',
    plant: 'alter table platform.mail no force row level security',
    mend: 'alter table platform.mail force row level security',
    check: 'row-level security',
    says: 'not forced on platform.mail',
  },
  {
    what: 'a migration from later',
    plant: "insert into platform.migration values (9999, '9999_later.sql', '')",
    mend: 'delete from platform.migration where number = 9999',
    check: 'migrations',
    says: 'the database is newer than this program: it has 9999_later.sql',
  },
  {
    what: 'a migration changed since it ran',
    plant: "update platform.migration set sha256 = 'x' || sha256 where number = 1",
    mend: 'update platform.migration set sha256 = substr(sha256, 2) where number = 1',
    check: 'migrations',
    says: 'changed since they ran: 0001',
  },
  {
    what: 'mail that does not leave',
    plant: `insert into platform.mail (id, message_id, to_address, language, subject, body, created_at, last_error)
      values (gen_random_uuid(), 'x', 'a@b.org', 'en', 's', 'b', now() - interval '2 hours', 'refused')`,
    mend: 'delete from platform.mail',
    check: 'mail',
    says: '1 have waited for more than an hour: refused',
  },
  {
    what: 'a job that waits',
    plant: "select graphile_worker.add_job('some-task', run_at => now() - interval '1 hour')",
    mend: 'delete from graphile_worker._private_jobs',
    check: 'worker',
    says: '1 jobs have waited for more than ten minutes; is the worker running?',
  },
  {
    what: 'a job given up',
    plant: `select graphile_worker.add_job('some-task');
      update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no such file'`,
    mend: 'delete from graphile_worker._private_jobs',
    check: 'worker',
    says: 'given up after their last try (some-task: no such file)',
  },
  {
    what: 'an entry of the log rewritten',
    plant: `alter table public_log.leaf disable trigger user; update public_log.leaf set kind = 'call-closed' where index = 2`,
    mend: `update public_log.leaf set kind = 'call-opened' where index = 2; alter table public_log.leaf enable trigger user`,
    check: 'public log',
    says: 'leaf-columns-differ at 2',
  },
  {
    what: 'an extension missing',
    plant: 'drop extension unaccent cascade',
    mend: 'select 1',
    check: 'extensions',
    says: 'missing: unaccent',
  },
];

describe('mmc doctor', () => {
  it('finds all well but durability, for tests run without it', async () => {
    const { code, out } = await operator.type('doctor');
    expect(code).toBe(1);
    const ill = out.split('\n').filter((line) => line.startsWith('ILL'));
    expect(ill).toHaveLength(1);
    expect(ill[0]).toMatch(/durability: what is acknowledged may be lost: .*synchronous_commit is off/);
    expect(out).toContain('well  planted: as a capability says');
    expect(out.split('\n').length).toBeGreaterThan(12);
  });

  it('prints JSON when asked', async () => {
    const { out } = await operator.type('doctor', [], { json: true });
    expect(JSON.parse(out)).toMatchObject({ ok: false, findings: expect.any(Array) });
  });

  it.each(faults)('sees $what (planted fault)', async ({ plant, mend, check, says }) => {
    const mailing = { ...operator.world, config: { ...operator.world.config, mailUrl: 'smtp://localhost' } };
    expect(await saidOf(check, mailing)).toMatch(/^well/);
    await planting(plant);
    const said = await saidOf(check, mailing);
    await planting(mend);
    expect(said).toMatch(/^ILL/);
    expect(said).toContain(says);
  });

  it('sees a file whose bytes changed, unless it is told to be quick', async () => {
    const store = fileStore(path.join(operator.room, 'files'));
    const { sha256 } = await store.put(Buffer.from('as signed'));
    for await (const file of store.list()) {
      chmodSync(file.path, 0o640);
      writeFileSync(file.path, 'as sighed');
    }
    expect(await saidOf('files')).toContain(`damaged: ${sha256}`);
    expect(await saidOf('files', operator.world, true)).toBe('well  files: 1 files, not read again');
  });

  it('says that it cannot look when the secret is another', async () => {
    const secrets = secretsFrom('another secret of thirty-two characters');
    const said = await saidOf('database', { ...operator.world, secrets });
    expect(said).toMatch(/^ILL {3}database: could not be looked at: password authentication failed/);
  });

  it('says so when the server does not start', async () => {
    const printed: string[] = [];
    const line = {
      args: [],
      options: {},
      json: false,
      out: (text: string) => void printed.push(text),
      err: () => undefined,
      readStdin: async () => Buffer.alloc(0),
    };
    const startServer = async () => {
      throw new Error('no room for it');
    };
    expect(await doctorCommand([]).run(line, { world: operator.world, startServer })).toBe(1);
    expect(printed.join()).toContain('database: could not be looked at: no room for it');
  });
});

/** Extensions belong to the superuser, all else to the owner. */
async function planting(statement: string): Promise<void> {
  if (!statement.includes('extension')) {
    await sql.raw(statement).execute(operator.owner);
    return;
  }
  const superuser = new Client(addressFromUrl(operator.world.config.databaseUrl ?? ''));
  await superuser.connect();
  await superuser.query(statement);
  await superuser.end();
}
