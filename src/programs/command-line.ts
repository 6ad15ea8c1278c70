import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Refusal } from '../kernel/refusal.ts';
import type { Command, CommandLine, UnpreparedWorld } from '../platform/command-line/command.ts';
import { ConfigTrouble, readConfig, settings } from '../platform/config/config.ts';
import type { EmbeddedServer } from '../platform/database/embedded.ts';
import { openServer } from '../platform/database/location.ts';
import { explain } from '../platform/languages/catalogue.ts';
import { commands } from '../wiring/commands.ts';
import type { World } from '../world.ts';
import { openWorld } from './open-world.ts';
import { prepare } from './prepare.ts';
import { progressLine } from './progress-line.ts';

/** `mmc`: for operators and scripts. Results on standard output, everything else on standard error. */
process.exitCode = await main(process.argv.slice(2));

async function main(typed: readonly string[]): Promise<number> {
  if (typed.length === 0 || typed[0] === '--help' || typed[0] === 'help') {
    process.stdout.write(overview());
    return typed.length === 0 ? 2 : 0;
  }
  const command = findCommand(typed);
  if (!command) {
    process.stderr.write(
      `There is no "mmc ${typed.filter((word) => !word.startsWith('-')).join(' ')}". mmc --help lists what there is.\n`,
    );
    return 2;
  }
  const rest = typed.slice(command.words.length);
  if (rest.includes('--help')) {
    process.stdout.write(`${command.usage}\n${command.summary}\n`);
    return 0;
  }
  let line: CommandLine;
  try {
    line = readLine(command, rest);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nUsage: ${command.usage}\n`);
    return 2;
  }
  return await runCommand(command, line);
}

async function runCommand(command: Command, line: CommandLine): Promise<number> {
  try {
    if (command.needsWorld) return await withWorld((world) => command.run(line, world));
    if (command.needsServer) return await withServer((server) => command.run(line, server));
    return await command.run(line);
  } catch (error) {
    if (error instanceof Refusal) {
      line.err(explain('en', error.reason));
      return error.status === 404 ? 4 : 3;
    }
    if (error instanceof ConfigTrouble) {
      line.err(error.problems.join('\n'));
      return 2;
    }
    line.err(`mmc ${command.words.join(' ')} failed: ${(error as Error).message}`);
    if (process.env['DEBUG']) line.err((error as Error).stack ?? '');
    return 1;
  }
}

/** The same database as the server's, whether the server runs or not, brought up to date if nobody else did. */
async function withWorld(work: (world: World) => Promise<number>): Promise<number> {
  return await withServer(async ({ world, startServer }) => {
    const server = await startServer();
    if (!server || server.startedHere) await prepare(world.config, progressLine(process.stderr));
    return await work(world);
  });
}

interface Sleeping extends UnpreparedWorld {
  readonly startServer: () => Promise<EmbeddedServer | null>;
}

/** The embedded server is started when first asked for, and left as it was found. */
async function withServer(work: (server: Sleeping) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  let server: EmbeddedServer | null | undefined;
  const opened = openWorld(config, 'worker', 4);
  try {
    return await work({
      world: opened.world,
      startServer: async () => (server ??= await openServer(config, opened.world.secrets)),
    });
  } finally {
    await opened.close();
    if (server?.startedHere) await server.stop();
  }
}

function findCommand(typed: readonly string[]): Command | undefined {
  return commands
    .filter(({ words }) => words.every((word, index) => typed[index] === word))
    .toSorted((a, b) => b.words.length - a.words.length)[0];
}

function readLine(command: Command, rest: readonly string[]): CommandLine {
  const options: ParseArgsOptionsConfig = { json: { type: 'boolean' } };
  for (const [name, kind] of Object.entries(command.options ?? {})) {
    options[name] = kind === 'flag' ? { type: 'boolean' } : { type: 'string', multiple: kind === 'values' };
  }
  const { values, positionals } = parseArgs({
    args: [...rest],
    options,
    allowPositionals: true,
    strict: true,
  });
  const { json, ...said } = values;
  return {
    args: positionals,
    options: said as CommandLine['options'],
    json: json === true,
    out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    err: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

function overview(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`).toSorted();
  const names = settings.filter(({ name }) => ['DATA_DIR', 'DATABASE_URL', 'SECRET'].includes(name));
  return [
    'mmc: the platform from the command line. --json prints JSON; exit codes: 0 done, 1 fault, 2 usage, 3 refused, 4 not found.',
    '',
    ...lines,
    '',
    'Settings from the environment (npm start -- --help tells all):',
    ...names.map(({ name, says }) => `  ${name}: ${says}`),
    '',
  ].join('\n');
}
