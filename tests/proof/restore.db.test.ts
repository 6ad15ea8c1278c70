import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { identify } from '../../src/capabilities/people/actions/identify.ts';
import { signInByLink } from '../../src/capabilities/people/actions/sign-in-by-link.ts';
import { backUp, restore } from '../../src/platform/backup/index.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { atomically } from '../../src/platform/database/atomically.ts';
import { systemActor } from '../../src/platform/events/system-actor.ts';
import { appendLeaf, checkLog, keepCheckpoint } from '../../src/platform/public-log/index.ts';
import { contentHashes, fileHashes } from './restore-compare.ts';
import { refusalOf, type Room, roomWithBackup } from './restore-room.ts';

let place: Room;
beforeAll(async () => {
  place = await roomWithBackup(300);
});
afterAll(() => place.close());

describe('a restored backup', () => {
  it('is the same in every table, waiting job, file and leaf, and people can sign in', async () => {
    const world = await place.emptyWorld();
    const { address } = world.databases;
    const done = await restore(world, place.backup, { address, remembered: [place.filling.checkpoint] });
    const before = await contentHashes(place.source.databases.owner.database);
    expect(Object.keys(before).length).toBeGreaterThan(40);
    expect(await contentHashes(world.databases.owner.database)).toEqual(before);
    expect(fileHashes(world.config.dataDir)).toEqual(place.filling.files.toSorted());
    expect(done).toMatchObject({ logSize: 300 });
    const log = await checkLog(
      world.databases.verify.database,
      [world.logSigner.verifierKey],
      [place.filling.checkpoint],
    );
    expect(log).toMatchObject({ size: 300, faults: [] });

    const web = { ...world, db: world.databases.member.database };
    const { token } = await signInByLink(web, 'trial', place.filling.linkToken, {
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
    await restore(
      { ...place.source, config: { ...place.source.config, dataDir: path.join(place.folder, 'new') } },
      place.backup,
      {
        address,
      },
    );
    const owner = connect('owner', address, place.source.secrets, 1);
    try {
      expect(await contentHashes(owner.database)).toEqual(
        await contentHashes(place.source.databases.owner.database),
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
      expect((await made(owner.database)).rows).toEqual(
        (await made(place.source.databases.owner.database)).rows,
      );
    } finally {
      await owner.close();
    }
  });

  it('takes the place of what was there only when asked', async () => {
    const world = await place.emptyWorld();
    const { address, owner } = world.databases;
    await sql`insert into platform.event (id, kind, payload) values (${world.newId()}, 'later', '{}')`.execute(
      owner.database,
    );
    expect(await refusalOf(restore(world, place.backup, { address }))).toContain(
      'is not empty (platform.event has rows)',
    );
    await restore(world, place.backup, { address, replace: true });
    expect(await contentHashes(owner.database)).toEqual(
      await contentHashes(place.source.databases.owner.database),
    );
  });
});

describe('a whole backup that must not be believed', () => {
  it('is refused when a checkpoint kept elsewhere is newer', async () => {
    const later = await place.source.db.transaction().execute(async (tx) => {
      await appendLeaf(tx, { kind: 'drill-filled', at: place.source.now(), body: { later: true } });
      return await keepCheckpoint(tx, place.source.logSigner, place.source.now());
    });
    const world = await place.emptyWorld();
    const { address, owner } = world.databases;
    const before = await contentHashes(owner.database);
    const remembered = [place.filling.checkpoint, later];
    expect(await refusalOf(restore(world, place.backup, { address, remembered }))).toContain(
      'the log had 301 entries by then, the backup holds 300',
    );
    expect(await contentHashes(owner.database)).toEqual(before);
  });

  it('is refused when its log was rewritten by somebody who owns the machine', async () => {
    const forged = await place.emptyWorld();
    await restore(forged, place.backup, { address: forged.databases.address });
    await sql`alter table public_log.leaf disable trigger user`.execute(forged.databases.owner.database);
    await sql`update public_log.leaf set body = '{"at":"2026-01-01T00:00:00.000Z"}', leaf_hash = sha256('\\x00'::bytea || '{"at":"2026-01-01T00:00:00.000Z"}') where index = 7`.execute(
      forged.databases.owner.database,
    );
    await backUp(forged, path.join(place.folder, 'forged'), { address: forged.databases.address });
    const world = await place.emptyWorld();
    expect(
      await refusalOf(
        restore(world, path.join(place.folder, 'forged'), { address: world.databases.address }),
      ),
    ).toContain('does not agree with its checkpoints');
  });

  it('is refused while the platform runs on the database', async () => {
    const world = await place.emptyWorld();
    await sql`select 1`.execute(world.databases.member.database);
    expect(await refusalOf(restore(world, place.backup, { address: world.databases.address }))).toContain(
      'mmc_member connected',
    );
  });
});

describe('a backup', () => {
  it('is never written over another', async () => {
    expect(
      await refusalOf(backUp(place.source, place.backup, { address: place.source.databases.address })),
    ).toContain('is not empty');
  });

  it('that fails leaves nothing behind that looks like one', async () => {
    const address = { ...place.source.databases.address, host: path.join(place.folder, 'nowhere') };
    await expect(backUp(place.source, path.join(place.folder, 'failed'), { address })).rejects.toThrow(
      /ENOENT/,
    );
    expect(readdirSync(place.folder).filter((name) => name.includes('failed'))).toEqual([]);
  });

  it('says when the verify role cannot see all rows of a table', async () => {
    const world = await place.emptyWorld();
    await sql`create table platform.unguarded (id integer primary key); alter table platform.unguarded enable row level security`.execute(
      world.databases.owner.database,
    );
    expect(
      await refusalOf(backUp(world, path.join(place.folder, 'partly'), { address: world.databases.address })),
    ).toContain('may not read all of platform.unguarded');
  });
});
