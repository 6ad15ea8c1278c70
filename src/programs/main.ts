import { once } from 'node:events';
import { fork } from 'node:child_process';
import { ConfigTrouble, type Config, readConfig, settings } from '../platform/config/config.ts';
import { openSecrets } from '../platform/config/secrets.ts';
import { openServer } from '../platform/database/location.ts';
import { keepRunning } from './children.ts';

/** What `npm start` runs: the database, its set-up, then web and worker, each started again when it dies. */
if (process.argv.includes('--help')) {
  process.stdout.write(helpText());
  process.exit(0);
}

const config = readConfigOrExit();
const started = Date.now();
const secrets = openSecrets(config);
process.stdout.write(`Mayors Migration Council platform, ${config.mode} mode\n`);
let server = await openServer(config, secrets);

const links = await setUp();
const announceOnce = { done: false };
const web = keepRunning(
  new URL('./web.js', import.meta.url),
  ['--max-semi-space-size=8', '--max-old-space-size=220'],
  (port) => {
    if (announceOnce.done) return;
    announceOnce.done = true;
    welcome(port);
  },
);
const worker = keepRunning(
  new URL('./worker.js', import.meta.url),
  ['--max-semi-space-size=4', '--max-old-space-size=120'],
  () => undefined,
);
const watch = setInterval(() => void reviveDatabase(), 1000);

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  clearInterval(watch);
  process.stdout.write('\nStopping: finishing what is under way …\n');
  await Promise.all([web.stop(), worker.stop()]);
  await server?.stop();
  process.exit(0);
}
process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());

/** The embedded server was killed: start it again, so that nobody waits for an operator. */
let reviving = false;
async function reviveDatabase(): Promise<void> {
  if (!server || reviving || ending) return;
  const pid = server.pid();
  if (pid !== undefined && isAlive(pid)) return;
  reviving = true;
  try {
    process.stderr.write('The embedded database ended; starting it again.\n');
    server = await openServer(config, secrets);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
  } finally {
    reviving = false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface SignInLink {
  readonly name: string;
  readonly path: string;
}

/** Migrations, gazetteer and edition run in a program of their own, whose memory ends with it. */
async function setUp(): Promise<SignInLink[]> {
  let links: SignInLink[] = [];
  const child = fork(new URL('./set-up.js', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message) => {
    links = (message as { links: SignInLink[] }).links;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code === 0) return links;
  await server?.stop();
  return process.exit(code ?? 1);
}

function welcome(port: number): void {
  const address = process.env['PUBLIC_URL']
    ? config.publicUrl
    : config.publicUrl.replace(/:\d+$/, `:${port}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`Ready in ${seconds} s: ${address}\n`);
  if (links.length > 0) {
    process.stdout.write('\nTrial mode. Sign in once with each of these links to try every role:\n');
    const width = Math.max(...links.map(({ name }) => name.length));
    for (const { name, path } of links) process.stdout.write(`  ${name.padEnd(width)}  ${address}${path}\n`);
    process.stdout.write('\n');
  }
}

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigTrouble)) throw error;
    process.stderr.write(
      `The platform cannot start:\n${error.problems.map((problem) => `  - ${problem}\n`).join('')}`,
    );
    return process.exit(2);
  }
}

function helpText(): string {
  const width = Math.max(...settings.map(({ name }) => name.length));
  const rows = settings.map(
    ({ name, fallback, says }) => `  ${name.padEnd(width)}  ${says}${fallback ? ` [${fallback}]` : ''}\n`,
  );
  return `npm start: runs the platform.\nSettings come from the environment:\n${rows.join('')}`;
}
