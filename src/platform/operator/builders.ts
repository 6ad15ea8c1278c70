import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asWorker, testWorld } from '../../../tests/support/world.ts';
import type { World } from '../../world.ts';
import type { Command, CommandLine } from '../command-line/command.ts';
import type { Database } from '../database/connect.ts';
import { appendLeaf } from '../public-log/index.ts';
import { operatorCommands } from './cli.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An operator at a world whose settings lead to its database, with five entries in the log. */
export interface Operator {
  readonly world: World;
  readonly owner: Database;
  /** A folder for what they keep; the data directory too. */
  readonly room: string;
  type(
    words: string,
    args?: readonly string[],
    options?: CommandLine['options'] & { json?: true },
    given?: World,
  ): Promise<Said>;
  close(): Promise<void>;
}

const commands = operatorCommands([
  { name: 'planted', run: async () => ({ ok: true, says: 'as a capability says' }) },
]);

export async function anOperator(): Promise<Operator> {
  const own = await testWorld();
  const room = mkdtempSync(path.join(os.tmpdir(), 'mmc-operator-'));
  const { host, port, user, password, database } = own.databases.address;
  const databaseUrl = `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const world = { ...asWorker(own), config: { ...own.config, databaseUrl, dataDir: room } };
  await world.db.transaction().execute(async (tx) => {
    for (const i of [0, 1, 2, 3, 4])
      await appendLeaf(tx, { kind: 'call-opened', at: world.now(), body: { i } });
  });
  return {
    world,
    owner: own.databases.owner.database,
    room,
    type: (words, args = [], options = {}, given = world) => type(commandOf(words), args, options, given),
    close: async () => {
      await own.close();
      rmSync(room, { recursive: true });
    },
  };
}

function commandOf(words: string): Command {
  const found = commands.find((command) => command.words.join(' ') === words);
  if (!found) throw new Error(`There is no mmc ${words}`);
  return found;
}

async function type(
  command: Command,
  args: readonly string[],
  { json, ...options }: CommandLine['options'] & { json?: true },
  world: World,
): Promise<Said> {
  const printed: string[] = [];
  const complained: string[] = [];
  const line: CommandLine = {
    args,
    options,
    json: json === true,
    out: (text) => void printed.push(text),
    err: (text) => void complained.push(text),
    readStdin: async () => Buffer.alloc(0),
  };
  const given = command.needsServer ? { world, startServer: async () => null } : world;
  return { code: await command.run(line, given), out: printed.join('\n'), err: complained.join('\n') };
}
