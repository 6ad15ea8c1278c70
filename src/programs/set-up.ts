import pg from 'pg';
import { readConfig } from '../platform/config/config.ts';
import { openSecrets } from '../platform/config/secrets.ts';
import { serverAddress } from '../platform/database/location.ts';
import { migrate, readMigrations } from '../platform/database/migrate.ts';
import { addressAs, ensureDatabase, ensureRoles } from '../platform/database/roles.ts';
import { prepareRecords } from '../wiring.ts';
import { openWorld } from './open-world.ts';
import { progressLine } from './progress-line.ts';

/** Brings the database to the newest schema and loads what the platform ships with; quick when all is there. */
const config = readConfig(process.env);
const secrets = openSecrets(config);
const address = serverAddress(config, secrets);
const progress = progressLine(process.stdout);

try {
  await ensureDatabase(address);
  await ensureRoles(address, secrets);
  const owner = addressAs('owner', address, secrets);
  const ran = await migrate(owner, readMigrations('database/migrations'));
  if (ran.length > 0) progress.done(`Database brought to version ${ran.at(-1)?.replace('.sql', '')}`);
  const { world, close } = openWorld(config, 'worker', 3);
  const ownerPool = new pg.Pool({ ...owner, max: 2 });
  try {
    const links = await prepareRecords(world, ownerPool, progress);
    process.send?.({ links });
  } finally {
    await ownerPool.end();
    await close();
  }
  process.disconnect?.();
} catch (error) {
  progress.done('');
  process.stderr.write(`The platform cannot start: ${(error as Error).message}\n`);
  if (process.env['DEBUG']) process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
}
