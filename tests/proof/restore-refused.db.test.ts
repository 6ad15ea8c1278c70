import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restore } from '../../src/platform/backup/index.ts';
import { sealOf } from '../../src/platform/backup/manifest.ts';
import { secretsFrom } from '../../src/platform/config/secrets.ts';
import { signerFromSeed } from '../../src/platform/public-log/index.ts';
import { contentHashes } from './restore-compare.ts';
import { refusalOf, type Room, roomWithBackup } from './restore-room.ts';

let place: Room;
beforeAll(async () => {
  place = await roomWithBackup(300);
});
afterAll(() => place.close());

/** A copy of the place.backup, to plant a fault in. */
function copyOf(name: string): string {
  const folder = path.join(place.folder, name);
  cpSync(place.backup, folder, { recursive: true });
  return folder;
}

function edit(folder: string, file: string, change: (bytes: Buffer) => Buffer | string): void {
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file))));
}

/** As somebody would who has the secret too. */
function editSealed(folder: string, change: (text: string) => string): void {
  edit(folder, 'manifest.json', (bytes) => change(bytes.toString()));
  const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
  writeFileSync(path.join(folder, 'manifest.seal'), sealOf(text, place.source.secrets));
}

function flipped(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

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
    const world = await place.emptyWorld();
    const folder = copyOf(name.replaceAll(' ', '-'));
    const before = await contentHashes(world.databases.owner.database);
    plant(folder);
    expect(await refusalOf(restore(world, folder, { address: world.databases.address }))).toMatch(says);
    expect(await contentHashes(world.databases.owner.database)).toEqual(before);
  });

  it('made under another secret is refused before a database is made with the wrong passwords', async () => {
    const secrets = secretsFrom('another secret, of thirty-two characters or more');
    const logSigner = signerFromSeed(place.source.logSigner.name, secrets.keyFor('public log'));
    let started = false;
    const startServer = async () => {
      started = true;
    };
    expect(
      await refusalOf(restore({ ...place.source, secrets, logSigner }, place.backup, { startServer })),
    ).toContain('under another secret');
    expect(started).toBe(false);
  });
});

function firstFile(folder: string): string {
  const [name = ''] = readdirSync(path.join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter(
    (entry) => /\w{64}$/.test(entry),
  );
  return `files/${name}`;
}
