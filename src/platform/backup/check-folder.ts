import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { World } from '../../world.ts';
import type { Migration } from '../database/migrate.ts';
import {
  filePath,
  isSealed,
  jobsPath,
  type Manifest,
  manifestName,
  readManifest,
  sealName,
  tablePath,
} from './manifest.ts';
import { type Measure, measureFile } from './measure.ts';
import { BackupRefused } from './refused.ts';

/**
 * Reads all of a backup again before anything is done with it.
 * @throws BackupRefused naming all that is missing, damaged, changed, from another secret or from a newer program
 */
export async function checkFolder(
  world: World,
  folder: string,
  migrations: readonly Migration[],
): Promise<Manifest> {
  const manifest = await trustedManifest(world, folder);
  const problems = newerSchema(manifest, migrations);
  if (problems.length > 0) throw new BackupRefused(...problems);
  for (const [relative, measure] of promised(manifest)) {
    const problem = await wrongWith(path.join(folder, relative), measure);
    if (problem) problems.push(`${relative} ${problem}`);
  }
  if (problems.length > 0)
    throw new BackupRefused(`${folder} is not the backup that was made:`, ...problems.slice(0, 20));
  return manifest;
}

async function trustedManifest(world: World, folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new BackupRefused(
      `${folder} holds no backup: there is no ${manifestName}. One that was cut short ends in ".partial" and cannot be used.`,
    );
  const manifest = readManifest(text);
  if (!manifest) throw new BackupRefused(`${manifestName} is not a backup's list, or not whole.`);
  if (manifest.logKey !== world.logSigner.verifierKey)
    throw new BackupRefused(
      `This backup was made under another secret: its log key is ${manifest.logKey}, yours is ${world.logSigner.verifierKey}. ` +
        'Set SECRET to the one the platform had then (in trial mode: the text of the file "secret" in its data directory).',
    );
  const seal = await readFile(path.join(folder, sealName), 'utf8').catch(() => undefined);
  if (seal === undefined) throw new BackupRefused(`${sealName} is missing: the backup is not whole.`);
  if (!isSealed(text, seal, world.secrets))
    throw new BackupRefused(
      `${manifestName} was changed after the backup was made: it does not fit its seal.`,
    );
  return manifest;
}

function newerSchema(manifest: Manifest, migrations: readonly Migration[]): string[] {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  const newer = manifest.migrations.filter(({ name }) => !known.has(name));
  if (newer.length > 0)
    return [
      `This backup is from a newer platform: it has ${newer.map(({ name }) => name).join(', ')}. Install that version, then restore.`,
    ];
  return manifest.migrations
    .filter(({ name, sha256 }) => known.get(name) !== sha256)
    .map(
      ({ name }) =>
        `Migration ${name} of the backup is not the one of this program: they are of different makes.`,
    );
}

function promised(manifest: Manifest): [path: string, measure: Measure][] {
  return [
    ...manifest.tables.map(({ name, packed }): [string, Measure] => [tablePath(name), packed]),
    [jobsPath, manifest.jobs.packed],
    ...manifest.files.map((file): [string, Measure] => [filePath(file.sha256), file]),
  ];
}

async function wrongWith(file: string, promisedMeasure: Measure): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return 'is missing.';
  if (found.size !== promisedMeasure.bytes)
    return `has ${found.size} bytes where ${promisedMeasure.bytes} were saved.`;
  const { sha256 } = await measureFile(file);
  return sha256 === promisedMeasure.sha256
    ? undefined
    : 'is damaged: its bytes are not those that were saved.';
}
