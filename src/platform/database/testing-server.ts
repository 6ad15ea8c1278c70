import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { secretsFrom } from '../config/secrets.ts';
import { startEmbedded } from './embedded.ts';
import { migrate, readMigrations } from './migrate.ts';
import { addressAs, ensureDatabase, ensureRoles, type ServerAddress } from './roles.ts';

export const testSecrets = secretsFrom('a secret for tests, known to all who read it');
export const template = 'mmc_template';

/** One throw-away server for the run, with one migrated template database. */
export async function startTestServer(): Promise<{ address: ServerAddress; stop(): Promise<void> }> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'mmc-test-'));
  chmodSync(directory, 0o755);
  const server = await startEmbedded({
    directory,
    password: 'test',
    throwAway: true,
    settings: ['shared_buffers=64MB'],
  });
  const address = { ...server.connection, database: template };
  await ensureDatabase(address);
  await ensureRoles(address, testSecrets);
  await migrate(addressAs('owner', address, testSecrets), readMigrations('database/migrations'));
  return {
    address,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
