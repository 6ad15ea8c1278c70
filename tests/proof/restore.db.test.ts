import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { identify } from '../../src/capabilities/people/actions/identify.ts';
import { signInByLink } from '../../src/capabilities/people/actions/sign-in-by-link.ts';
import { backUp, BackupRefused, restore } from '../../src/platform/backup/index.ts';
import { sealOf } from '../../src/platform/backup/manifest.ts';
import { secretsFrom } from '../../src/platform/config/secrets.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { atomically } from '../../src/platform/database/atomically.ts';
import { systemActor } from '../../src/platform/events/system-actor.ts';
import { appendLeaf, checkLog, keepCheckpoint, signerFromSeed } from '../../src/platform/public-log/index.ts';
import type { TestWorld } from '../support/world.ts';
import { contentHashes, fileHashes } from './restore-compare.ts';
import { fill, type Filling, worldWithFiles } from './restore-fill.ts';

let source: TestWorld;
let filling: Filling;
let room: string;
let backup: string;
const targets: TestWorld[] = [];

beforeAll(async () => {
  source = await worldWithFiles();
  filling = await fill(source, 300);
  room = mkdtempSync(path.join(os.tmpdir(), 'mmc-backups-'));
  backup = path.join(room, 'monday');
  await backUp(source, backup, { address: source.databases.address });
});
afterAll(async () => {
  for (const world of [source, ...targets]) {
    await world.close();
    rmSync(world.config.dataDir, { recursive: true, force: true });
  }
  rmSync(room, { recursive: true });
});

async function emptyWorld(): Promise<TestWorld> {
  const world = await worldWithFiles();
  targets.push(world);
  return world;
}

/** A copy of the backup, to plant a fault in. */
function copyOf(name: string): string {
  const folder = path.join(room, name);
  cpSync(backup, folder, { recursive: true });
  return folder;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BackupRefused)) throw new Error(`Not refused: ${String(error)}`, { cause: error });
  return error.message;
}

function edit(folder: string, file: string, change: (bytes: Buffer) => Buffer | string): void {
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file))));
}

/** As somebody would who has the secret too. */
function editSealed(folder: string, change: (text: string) => string): void {
  edit(folder, 'manifest.json', (bytes) => change(bytes.toString()));
  const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
  writeFileSync(path.join(folder, 'manifest.seal'), sealOf(text, source.secrets));
}

function flipped(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe('a restored backup', () => {
  it('is the same in every table, waiting job, file and leaf, and people can sign in', async () => {
    const world = await emptyWorld();
    const { address } = world.databases;
    const done = await restore(world, backup, { address, remembered: [filling.checkpoint] });
    const before = await contentHashes(source.databases.owner.database);
    expect(Object.keys(before).length).toBeGreaterThan(40);
    expect(await contentHashes(world.databases.owner.database)).toEqual(before);
    expect(fileHashes(world.config.dataDir)).toEqual(filling.files.toSorted());
    expect(done).toMatchObject({ logSize: 300 });
    const log = await checkLog(
      world.databases.verify.database,
      [world.logSigner.verifierKey],
      [filling.checkpoint],
    );
    expect(log).toMatchObject({ size: 300, faults: [] });

    const web = { ...world, db: world.databases.member.database };
    const { token } = await signInByLink(web, 'trial', filling.linkToken, {
      device: 'drill',
      network: '::1',
    });
    const request = new Request('http://127.0.0.1/', { headers: { cookie: `session=${token}` } });
    expect((await identify(web, request)).personId).toBeTruthy();
    await atomically(world, systemActor, (tx) =>
      appendLeaf(tx, { kind: 'drill-filled', at: world.now(), body: { after: true } }),
    );
  });

  it('stands on a server that had no such database, with its walls up', async () => {
    const name = `mmc_restored_${Date.now()}`;
    const address = { ...inject('testServer'), database: name };
    await restore({ ...source, config: { ...source.config, dataDir: path.join(room, 'new') } }, backup, {
      address,
    });
    const owner = connect('owner', address, source.secrets, 1);
    try {
      expect(await contentHashes(owner.database)).toEqual(
        await contentHashes(source.databases.owner.database),
      );
      const made = (database: typeof owner.database) =>
        sql<{
          made: string;
        }>`select pg_get_constraintdef(oid) || conrelid::regclass::text as made from pg_constraint
          where connamespace::regnamespace::text !~ '^pg_' union all select indexdef from pg_indexes where schemaname !~ '^pg_'
          union all select tgrelid::regclass::text || tgname || tgenabled::text from pg_trigger where not tgisinternal
          union all select oid::regclass::text || relrowsecurity::text || relforcerowsecurity from pg_class where relkind = 'r' order by 1`.execute(
          database,
        );
      expect((await made(owner.database)).rows).toEqual((await made(source.databases.owner.database)).rows);
    } finally {
      await owner.close();
    }
  });

  it('takes the place of what was there only when asked', async () => {
    const world = await emptyWorld();
    const { address, owner } = world.databases;
    await sql`insert into platform.event (id, kind, payload) values (${world.newId()}, 'later', '{}')`.execute(
      owner.database,
    );
    expect(await refusalOf(restore(world, backup, { address }))).toContain(
      'is not empty (platform.event has rows)',
    );
    await restore(world, backup, { address, replace: true });
    expect(await contentHashes(owner.database)).toEqual(await contentHashes(source.databases.owner.database));
  });
});

describe('a folder that is not the backup that was made', () => {
  const faults: [name: string, plant: (folder: string) => void, says: RegExp][] = [
    [
      'a flipped byte',
      (f) => edit(f, 'tables/platform.act.copy.gz', flipped),
      /platform\.act\.copy\.gz is damaged/,
    ],
    ['a flipped byte in a file', (f) => edit(f, firstFile(f), flipped), /files\/..\/\w{64} is damaged/],
    [
      'a table missing',
      (f) => rmSync(path.join(f, 'tables/public_log.leaf.copy.gz')),
      /leaf\.copy\.gz is missing/,
    ],
    ['a file missing', (f) => rmSync(path.join(f, firstFile(f))), /is missing/],
    [
      'the jobs cut short',
      (f) => truncateSync(path.join(f, 'jobs.copy.gz'), 40),
      /jobs\.copy\.gz has 40 bytes where/,
    ],
    [
      'a list edited',
      (f) => edit(f, 'manifest.json', (b) => b.toString().replace('"rows": 300', '"rows": 299')),
      /was changed after/,
    ],
    [
      'a list cut short',
      (f) => truncateSync(path.join(f, 'manifest.json'), 2000),
      /not a backup's list, or not whole/,
    ],
    ['no list', (f) => rmSync(path.join(f, 'manifest.json')), /holds no backup/],
    ['no seal', (f) => rmSync(path.join(f, 'manifest.seal')), /not whole/],
    [
      'a newer schema',
      (f) =>
        editSealed(f, (text) =>
          text.replace('"migrations": [', '"migrations": [{"name": "9999_later.sql", "sha256": ""},'),
        ),
      /from a newer platform: it has 9999_later/,
    ],
    [
      'another schema',
      (f) => editSealed(f, (text) => text.replace(/("name": "0001_platform.sql",\s+"sha256": ")../, '$1zz')),
      /of different makes/,
    ],
  ];

  it.each(faults)('with %s is refused, and nothing is touched', async (name, plant, says) => {
    const world = await emptyWorld();
    const folder = copyOf(name.replaceAll(' ', '-'));
    const before = await contentHashes(world.databases.owner.database);
    plant(folder);
    expect(await refusalOf(restore(world, folder, { address: world.databases.address }))).toMatch(says);
    expect(await contentHashes(world.databases.owner.database)).toEqual(before);
  });

  it('made under another secret is refused before a database is made with the wrong passwords', async () => {
    const secrets = secretsFrom('another secret, of thirty-two characters or more');
    const logSigner = signerFromSeed(source.logSigner.name, secrets.keyFor('public log'));
    let started = false;
    const startServer = async () => {
      started = true;
    };
    expect(await refusalOf(restore({ ...source, secrets, logSigner }, backup, { startServer }))).toContain(
      'under another secret',
    );
    expect(started).toBe(false);
  });
});

describe('a whole backup that must not be believed', () => {
  it('is refused when a checkpoint kept elsewhere is newer', async () => {
    const later = await source.db.transaction().execute(async (tx) => {
      await appendLeaf(tx, { kind: 'drill-filled', at: source.now(), body: { later: true } });
      return await keepCheckpoint(tx, source.logSigner, source.now());
    });
    const world = await emptyWorld();
    const { address, owner } = world.databases;
    const before = await contentHashes(owner.database);
    const remembered = [filling.checkpoint, later];
    expect(await refusalOf(restore(world, backup, { address, remembered }))).toContain(
      'the log had 301 entries by then, the backup holds 300',
    );
    expect(await contentHashes(owner.database)).toEqual(before);
  });

  it('is refused when its log was rewritten by somebody who owns the machine', async () => {
    const forged = await emptyWorld();
    await restore(forged, backup, { address: forged.databases.address });
    await sql`alter table public_log.leaf disable trigger user`.execute(forged.databases.owner.database);
    await sql`update public_log.leaf set body = '{"at":"2026-01-01T00:00:00.000Z"}', leaf_hash = sha256('\\x00'::bytea || '{"at":"2026-01-01T00:00:00.000Z"}') where index = 7`.execute(
      forged.databases.owner.database,
    );
    await backUp(forged, path.join(room, 'forged'), { address: forged.databases.address });
    const world = await emptyWorld();
    expect(
      await refusalOf(restore(world, path.join(room, 'forged'), { address: world.databases.address })),
    ).toContain('does not agree with its checkpoints');
  });

  it('is refused while the platform runs on the database', async () => {
    const world = await emptyWorld();
    await sql`select 1`.execute(world.databases.member.database);
    expect(await refusalOf(restore(world, backup, { address: world.databases.address }))).toContain(
      'mmc_member connected',
    );
  });
});

describe('a backup', () => {
  it('is never written over another', async () => {
    expect(await refusalOf(backUp(source, backup, { address: source.databases.address }))).toContain(
      'is not empty',
    );
  });

  it('that fails leaves nothing behind that looks like one', async () => {
    const address = { ...source.databases.address, host: path.join(room, 'nowhere') };
    await expect(backUp(source, path.join(room, 'failed'), { address })).rejects.toThrow(/ENOENT/);
    expect(readdirSync(room).filter((name) => name.includes('failed'))).toEqual([]);
  });

  it('says when the verify role cannot see all rows of a table', async () => {
    const world = await emptyWorld();
    await sql`create table platform.unguarded (id integer primary key); alter table platform.unguarded enable row level security`.execute(
      world.databases.owner.database,
    );
    expect(
      await refusalOf(backUp(world, path.join(room, 'partly'), { address: world.databases.address })),
    ).toContain('may not read all of platform.unguarded');
  });
});

function firstFile(folder: string): string {
  const [name = ''] = readdirSync(path.join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter(
    (entry) => /\w{64}$/.test(entry),
  );
  return `files/${name}`;
}
