import { createReadStream } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { World } from '../../world.ts';
import { shipped } from '../config/project-root.ts';
import { serverAddress } from '../database/location.ts';
import { migrate, readMigrations } from '../database/migrate.ts';
import { addressAs, ensureDatabase, ensureRoles, type ServerAddress } from '../database/roles.ts';
import { fileStore } from '../files/index.ts';
import { checkLog, openCheckpoint, verifierFromKey } from '../public-log/index.ts';
import { checkFolder } from './check-folder.ts';
import { load } from './load.ts';
import { filePath, type Manifest } from './manifest.ts';
import { BackupRefused } from './refused.ts';
import { typed, withSession } from './session.ts';
import { refuseInUse, refuseUnlike } from './target.ts';

export interface RestoreChoices {
  /** Takes the place of what the database holds; without it only an empty one will do. */
  readonly replace?: boolean;
  /** Checkpoints of the log kept elsewhere: the backup must hold all that they promise. */
  readonly remembered?: readonly string[];
  readonly address?: ServerAddress;
  readonly says?: (sentence: string) => void;
  /** Called when the folder is found good, before the database is touched. */
  readonly startServer?: () => Promise<unknown>;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly logSize: number;
  readonly logRoot: string;
}

/**
 * Brings a backup back: checks the whole folder, then loads and verifies in one transaction, so that the database is as it was
 * or wholly restored. The log is recomputed against the backup's own checkpoint and those remembered.
 * @throws BackupRefused when the folder, the secret or the database forbid it
 */
export async function restore(world: World, folder: string, choices: RestoreChoices = {}): Promise<Restored> {
  const { says = () => undefined } = choices;
  const migrations = readMigrations(shipped('database/migrations'));
  const manifest = await checkFolder(world, folder, migrations);
  says(
    `The folder is whole: ${manifest.tables.length} tables, ${manifest.files.length} files, of ${manifest.madeAt}`,
  );
  await choices.startServer?.();
  const address = choices.address ?? serverAddress(world.config, world.secrets);
  const owner = addressAs('owner', address, world.secrets);
  await ensureDatabase(address);
  await ensureRoles(address, world.secrets);
  const then = migrations.filter(({ name }) => manifest.migrations.some((ran) => ran.name === name));
  await refuseUnlike(owner, then, choices.replace === true);
  await migrate(owner, then);
  await putFiles(world, folder, manifest);
  const log = await withSession(owner, (client) => loadAll(client, world, folder, manifest, choices));
  await migrate(owner, migrations);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { manifest, rows, ...log };
}

async function loadAll(
  client: pg.Client,
  world: World,
  folder: string,
  manifest: Manifest,
  choices: RestoreChoices,
): Promise<Pick<Restored, 'logSize' | 'logRoot'>> {
  await client.query('begin');
  // The same lock as a start's migrations: a platform started now waits for us.
  await client.query('select pg_advisory_xact_lock(20181211)');
  await client.query("set local lock_timeout = '10s'");
  await refuseInUse(client);
  await load(client, folder, manifest, choices.says ?? (() => undefined));
  const log = await provenLog(client, world, manifest, choices.remembered ?? []);
  await client.query('commit');
  await client.query('analyze');
  return log;
}

/** Before the commit: a log that does not hold what was promised leaves the database as it was. */
async function provenLog(
  client: pg.Client,
  world: World,
  manifest: Manifest,
  remembered: readonly string[],
): Promise<Pick<Restored, 'logSize' | 'logRoot'>> {
  const key = world.logSigner.verifierKey;
  const verifier = verifierFromKey(key);
  const head = verifier && openCheckpoint(manifest.checkpoint, verifier);
  if (!head) throw new BackupRefused("The backup's checkpoint is not signed by the log's key.");
  const { size, root, faults } = await checkLog(typed(client), [key], [manifest.checkpoint, ...remembered]);
  const beyond = faults.find(({ kind }) => kind === 'checkpoint-beyond-log');
  if (beyond)
    throw new BackupRefused(
      `This backup is older than a checkpoint you kept: the log had ${beyond.at} entries by then, the backup holds ${size}. Look for a newer backup.`,
    );
  if (faults.length > 0 || size !== head.size || !root.equals(head.root)) {
    const told = faults.slice(0, 5).map(({ kind, at }) => `${kind} at ${at}`);
    throw new BackupRefused(
      `The public log in this backup does not agree with its checkpoints (${told.join(', ') || 'another size or root'}). Nothing was changed.`,
    );
  }
  return { logSize: size, logRoot: root.toString('base64') };
}

/** Files first: a row never names a file that is not there yet. Their names are their hashes, which the store finds out anew. */
async function putFiles(world: World, folder: string, manifest: Manifest): Promise<void> {
  const store = fileStore(path.join(world.config.dataDir, 'files'));
  for (const { sha256, bytes } of manifest.files) {
    const content = createReadStream(path.join(folder, filePath(sha256)));
    const stored = await store.put(content, { limitBytes: bytes });
    if (stored.sha256 !== sha256)
      throw new BackupRefused(`The file ${sha256} changed while it was restored.`);
  }
}
