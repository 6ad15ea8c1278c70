import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../src/platform/backup/index.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/database/embedded.ts';
import { ensureRoles, type ServerAddress } from '../../src/platform/database/roles.ts';
import type { TestWorld } from '../support/world.ts';
import { contentHashes } from './restore-compare.ts';
import { fill, worldWithFiles } from './restore-fill.ts';

describe("somebody else's server, where we may make roles and own one database", () => {
  let source: TestWorld;
  let room: string;
  let server: EmbeddedServer;
  let address: ServerAddress;
  beforeAll(async () => {
    source = await worldWithFiles();
    room = mkdtempSync(path.join(os.tmpdir(), 'mmc-foreign-'));
    chmodSync(room, 0o755);
    server = await startEmbedded({ directory: room, password: 'superuser', throwAway: true });
    const client = new Client({ ...server.connection, database: 'postgres' });
    await client.connect();
    await client.query("create role platform login createrole password 'platform'");
    await client.query('create database platform owner platform');
    await client.end();
    address = { ...server.connection, user: 'platform', password: 'platform', database: 'platform' };
  });
  afterAll(async () => {
    await source.close();
    await server.stop();
    rmSync(room, { recursive: true, force: true });
    rmSync(source.config.dataDir, { recursive: true, force: true });
  });

  it('takes a backup as well, and every start after it', async () => {
    await fill(source, 20);
    const folder = path.join(room, 'backup');
    await backUp(source, folder, { address: source.databases.address });
    const world = { ...source, config: { ...source.config, dataDir: path.join(room, 'new') } };
    await restore(world, folder, { address });
    await ensureRoles(address, source.secrets);
    const owner = connect('owner', address, source.secrets, 1);
    try {
      expect(await contentHashes(owner.database)).toEqual(
        await contentHashes(source.databases.owner.database),
      );
    } finally {
      await owner.close();
    }
  });
});
