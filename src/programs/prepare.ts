import { createTrialLinks } from '../capabilities/people/index.ts';
import type { Config } from '../platform/config/config.ts';
import { shipped } from '../platform/config/project-root.ts';
import { openSecrets } from '../platform/config/secrets.ts';
import { connect } from '../platform/database/connect.ts';
import { serverAddress } from '../platform/database/location.ts';
import { migrate, readMigrations } from '../platform/database/migrate.ts';
import { addressAs, ensureDatabase, ensureRoles } from '../platform/database/roles.ts';
import { fillTrial } from './fill-trial.ts';
import { loadRecords } from './load-records.ts';
import { openWorld } from './open-world.ts';
import type { Progress } from './progress-line.ts';

/** Brings the database to the newest schema and loads what the platform ships with; quick when all is there. */
export async function prepare(config: Config, progress: Progress): Promise<void> {
  const secrets = openSecrets(config);
  const address = serverAddress(config, secrets);
  await ensureDatabase(address);
  await ensureRoles(address, secrets);
  const owner = addressAs('owner', address, secrets);
  const ran = await migrate(owner, readMigrations(shipped('database/migrations')));
  if (ran.length > 0) progress.done(`Database brought to version ${ran.at(-1)?.replace('.sql', '')}`);
  const { world, close } = openWorld(config, 'worker', 3);
  const ownerConnection = connect('owner', address, secrets, 2);
  try {
    await loadRecords(world, ownerConnection.database, progress);
    await fillTrial(world, ownerConnection.database, progress);
  } finally {
    await ownerConnection.close();
    await close();
  }
}

/** In trial mode, a fresh one-time link for each role. */
export async function signInLinks(config: Config): Promise<{ name: string; path: string }[]> {
  const { world, close } = openWorld(config, 'worker', 2);
  try {
    return await createTrialLinks(world);
  } finally {
    await close();
  }
}
