import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { World } from '../../world.ts';
import { serverAddress } from '../database/location.ts';
import { addressAs, type ServerAddress } from '../database/roles.ts';
import { moveDurably } from '../files/durable.ts';
import { fileStore } from '../files/index.ts';
import { currentCheckpoint, keepCheckpoint } from '../public-log/index.ts';
import { copyOut } from './copying.ts';
import { waitingJobs } from './jobs.ts';
import {
  filePath,
  jobsPath,
  type Manifest,
  manifestName,
  sealName,
  sealOf,
  tablePath,
  writeManifest,
} from './manifest.ts';
import { measuring } from './measure.ts';
import { BackupRefused } from './refused.ts';
import { typed, withSession } from './session.ts';
import { columnList, listTables, quoted } from './tables.ts';

interface Choices {
  readonly address?: ServerAddress;
  readonly says?: (sentence: string) => void;
}

/**
 * Copies every table, waiting job and file to a folder that must not exist yet. Rows are from one moment; the platform may run.
 * The folder gets its name when all of it is on the disk, so that half a backup is never taken for one.
 */
export async function backUp(world: World, folder: string, choices: Choices = {}): Promise<Manifest> {
  const { address = serverAddress(world.config, world.secrets), says = () => undefined } = choices;
  await refuseUsed(folder);
  const partial = `${folder}.${randomBytes(4).toString('hex')}.partial`;
  try {
    await mkdir(path.join(partial, 'tables'), { recursive: true, mode: 0o700 });
    await world.db.transaction().execute((tx) => keepCheckpoint(tx, world.logSigner, world.now()));
    const rows = await copyRows(world, addressAs('verify', address, world.secrets), partial, says);
    // After the rows: the store only grows, so every file a row names is there.
    const kept = await copyFiles(world, partial, says);
    const manifest: Manifest = {
      format: 'mmc-backup-1',
      madeAt: world.now().toISOString(),
      logKey: world.logSigner.verifierKey,
      ...rows,
      ...kept,
    };
    const text = writeManifest(manifest);
    const options = { mode: 0o600, flush: true };
    await writeFile(path.join(partial, sealName), `${sealOf(text, world.secrets)}\n`, options);
    await writeFile(path.join(partial, manifestName), text, options);
    await moveDurably(partial, folder);
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function refuseUsed(folder: string): Promise<void> {
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BackupRefused(`${folder} cannot hold a backup: ${error.message}.`);
  });
  if (held.length > 0)
    throw new BackupRefused(
      `${folder} is not empty. Name a new folder for each backup: none is ever written over.`,
    );
}

type Rows = Pick<Manifest, 'postgres' | 'migrations' | 'checkpoint' | 'tables' | 'jobs'>;

async function copyRows(
  world: World,
  verify: ServerAddress,
  folder: string,
  says: (sentence: string) => void,
): Promise<Rows> {
  return await withSession(verify, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    const found = await listTables(client);
    const hidden = found.filter(({ readInFull }) => !readInFull).map(({ name }) => name);
    if (hidden.length > 0)
      throw new BackupRefused(
        `mmc_verify may not read all of ${hidden.join(', ')}: a backup would lack rows.`,
      );
    const tables: Manifest['tables'] = [];
    for (const { name, columns } of found) {
      const source = `${quoted(name)} (${columnList(columns)})`;
      const copied = await copyOut(client, source, path.join(folder, tablePath(name)));
      tables.push({ name, columns: [...columns], ...copied });
      says(`${name}: ${copied.rows} rows`);
    }
    const jobs = await copyOut(client, waitingJobs, path.join(folder, jobsPath));
    const checkpoint = await currentCheckpoint(typed(client), world.logSigner);
    const about = await aboutDatabase(client);
    await client.query('commit');
    return { ...about, checkpoint, tables, jobs };
  });
}

async function aboutDatabase(client: pg.Client): Promise<Pick<Manifest, 'postgres' | 'migrations'>> {
  const version = await client.query<{ server_version: string }>('show server_version');
  const ran = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from platform.migration order by number',
  );
  return { postgres: version.rows[0]?.server_version ?? '', migrations: ran.rows };
}

async function copyFiles(
  world: World,
  folder: string,
  says: (sentence: string) => void,
): Promise<Pick<Manifest, 'files' | 'damagedFiles'>> {
  const files: Manifest['files'] = [];
  const damagedFiles: string[] = [];
  for await (const { sha256, path: source } of fileStore(path.join(world.config.dataDir, 'files')).list()) {
    const target = path.join(folder, filePath(sha256));
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const measured = measuring();
    const out = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(createReadStream(source), measured.pipe, out);
    const measure = measured.measure();
    if (measure.sha256 === sha256) {
      files.push(measure);
    } else {
      damagedFiles.push(sha256);
      await rm(target);
    }
  }
  says(`files: ${files.length}`);
  return { files, damagedFiles };
}
