// `npm run drill:restore`: a platform is filled, saved while people work on it, and brought back elsewhere under a user who is no
// superuser. Every table, file and entry must be the same, people must be able to go on, and every damaged folder must be refused.
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { secretsFrom } from '../src/platform/config/secrets.ts';
import { connect } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { addressFromUrl, type ServerAddress } from '../src/platform/database/roles.ts';
import { fileStore } from '../src/platform/files/index.ts';
import { Browser } from '../tests/proof/kill-browser.ts';
import { gather } from '../tests/proof/kill-crowd.ts';
import { diceFrom } from '../tests/proof/log-tamper-dice.ts';
import { contentHashes, fileHashes } from '../tests/proof/restore-compare.ts';
import { startPlatform } from '../tests/support/running-platform.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const room = mkdtempSync(path.join(os.tmpdir(), 'mmc-drill-'));
// The embedded server runs as nobody when we are root.
chmodSync(room, 0o755);
const failures: string[] = [];
const says = (sentence: string) => void process.stdout.write(`${sentence}\n`);

function judge(what: string, holds: boolean, told = ''): void {
  says(`${holds ? 'holds' : 'FAILS'}  ${what}${told ? `: ${told}` : ''}`);
  if (!holds) failures.push(what);
}

interface Typed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly seconds: string;
}

async function mmc(env: Record<string, string>, ...words: string[]): Promise<Typed> {
  const began = Date.now();
  const done = await promisify(execFile)(process.execPath, ['dist/programs/command-line.js', ...words], {
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
  }).catch((error: { code: number; stdout: string; stderr: string }) => error);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  return { code: 'code' in done ? done.code : 0, out: done.stdout, err: done.stderr, seconds };
}

async function hashesOf(address: ServerAddress, secret: string): Promise<Record<string, string>> {
  const owner = connect('owner', address, secretsFrom(secret), 1);
  try {
    return await contentHashes(owner.database);
  } finally {
    await owner.close();
  }
}

/** A server of somebody else's, where we own one database and may make roles: no more. */
async function foreignServer(directory: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = await startEmbedded({ directory, password: 'superuser' });
  const client = new Client({ ...server.connection, database: 'postgres' });
  await client.connect();
  await client.query("create role platform login createrole password 'platform'");
  await client.query('create database platform owner platform');
  await client.end();
  const host = encodeURIComponent(server.connection.host);
  return {
    url: `postgres://platform:platform@localhost:5432/platform?host=${host}`,
    stop: () => server.stop(),
  };
}

says(`Restore drill, SEED=${seed}`);
const foreign = await foreignServer(path.join(room, 'foreign'));
const source = await startPlatform({ keep: true });
const secret = readFileSync(path.join(source.dataDir, 'secret'), 'utf8').trim();
const here = { DATA_DIR: source.dataDir, MODE: 'trial' };
const elsewhere = path.join(room, 'elsewhere');
const there = { DATA_DIR: elsewhere, DATABASE_URL: foreign.url, SECRET: secret, MODE: 'trial', PORT: '0' };
try {
  const store = fileStore(path.join(source.dataDir, 'files'));
  for (const size of [1, 300_000, 20_000_000]) await store.put(randomBytes(size));
  const crowd = await gather(source, diceFrom(seed));
  crowd.work();
  while (crowd.receipts.length < 60) await new Promise((resolve) => setTimeout(resolve, 50));
  const busy = path.join(room, 'busy');
  const saved = await mmc(here, 'backup', busy, '--json');
  judge('a backup can be taken while people work', saved.code === 0, `${saved.seconds} s`);
  await crowd.rest();
  const quiet = path.join(room, 'quiet');
  await mmc(here, 'backup', quiet, '--json');
  const before = await hashesOf(
    addressFromUrl(
      `postgres://postgres@localhost/mmc?host=${encodeURIComponent(path.join(source.dataDir, 'socket'))}`,
    ),
    secret,
  );

  for (const [fault, plant] of Object.entries(faults())) {
    const folder = path.join(room, 'damaged');
    cpSync(quiet, folder, { recursive: true });
    plant(folder);
    const { code, err } = await mmc(there, 'restore', folder);
    judge(`refuses ${fault}`, code === 3, err.trim().split('\n').at(-1));
    rmSync(folder, { recursive: true });
  }
  const wrong = await mmc({ ...there, SECRET: `${secret} but another` }, 'restore', quiet);
  judge('refuses another secret', wrong.code === 3);
  await source.stop();
  const newer = path.join(room, 'newer.checkpoint');
  writeFileSync(newer, (await mmc(here, 'log', 'checkpoint')).out);
  const old = await mmc(there, 'restore', busy, '--checkpoint', newer);
  judge(
    'refuses an older backup when a newer checkpoint was kept',
    old.code === 3,
    old.err.trim().split('\n').at(-1),
  );

  const restored = await mmc(there, 'restore', quiet, '--checkpoint', newer, '--json');
  judge(
    'restores under a user who is no superuser',
    restored.code === 0,
    `${restored.seconds} s ${restored.code === 0 ? restored.out.trim() : restored.err}`,
  );
  const after = await hashesOf(addressFromUrl(foreign.url), secret);
  const differing = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
  judge(
    `brings back all ${Object.keys(before).length} tables as they were`,
    differing.length === 0,
    differing.join(', '),
  );
  judge('brings back every file', fileHashes(elsewhere).join() === fileHashes(source.dataDir).join());
  judge('is not restored over without being asked', (await mmc(there, 'restore', quiet)).code === 3);
  const again = await mmc(there, 'restore', busy, '--replace');
  judge('takes the place of what is there when asked', again.code === 0, `${again.seconds} s`);
  await mmc(there, 'restore', quiet, '--replace');

  const platform = await startPlatform({ dataDir: elsewhere, env: there });
  try {
    const person = new Browser(platform.address);
    await person.signIn(platform.links['Trial director'] ?? '');
    const { status } = await person.open('/workspace/impact/claims');
    judge('people sign in and go on', status === 200, `${status}`);
    const doctor = await mmc(there, 'doctor');
    judge(
      'the doctor finds all well',
      doctor.code === 0,
      doctor.out
        .split('\n')
        .filter((line) => line.startsWith('ILL'))
        .join(' '),
    );
  } finally {
    await platform.stop();
  }
} finally {
  await source.stop();
  await foreign.stop();
  rmSync(source.dataDir, { recursive: true, force: true });
  rmSync(room, { recursive: true, force: true });
}
says(failures.length === 0 ? `Passed. SEED=${seed}` : `FAILED: ${failures.join('; ')}. SEED=${seed}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function faults(): Record<string, (folder: string) => void> {
  const leaves = (folder: string) => path.join(folder, 'tables', 'public_log.leaf.copy.gz');
  const manifest = (folder: string) => path.join(folder, 'manifest.json');
  return {
    'a flipped byte': (folder) => {
      const bytes = readFileSync(leaves(folder));
      const at = diceFrom(seed).below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(leaves(folder), bytes);
    },
    'a table missing': (folder) => rmSync(leaves(folder)),
    'a table cut short': (folder) => truncateSync(leaves(folder), 100),
    'an edited list': (folder) =>
      writeFileSync(
        manifest(folder),
        readFileSync(manifest(folder), 'utf8').replace('"rows": ', '"rows": 1'),
      ),
    'a folder without its list': (folder) => rmSync(manifest(folder)),
    'all files missing': (folder) => rmSync(path.join(folder, 'files'), { recursive: true }),
  };
}
