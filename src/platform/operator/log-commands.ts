import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from '../../world.ts';
import type { Command, CommandLine } from '../command-line/command.ts';
import { checkLog, exportedFiles, keepCheckpoint, proofFor } from '../public-log/index.ts';
import { verifyFile } from './verify-file.ts';

type Run = (line: CommandLine, world: World) => Promise<number>;

function command(
  words: string[],
  usage: string,
  summary: string,
  run: Run,
  options: Command['options'] = {},
): Command {
  return {
    words,
    usage,
    summary,
    options,
    needsWorld: true,
    run: (line, world) => run(line, world as World),
  };
}

export const logCommands: readonly Command[] = [
  command(
    ['log', 'checkpoint'],
    'mmc log checkpoint [--key] [--json]',
    "signs and keeps the public log's checkpoint of now; --key prints the key to check it with",
    printCheckpoint,
    { key: 'flag' },
  ),
  command(['log', 'prove'], 'mmc log prove INDEX [--json]', 'prints the proof file of one entry', printProof),
  command(
    ['log', 'verify'],
    'mmc log verify [PROOF or CHECKPOINT] [--json]',
    'recomputes the whole log, or checks a proof file or an older checkpoint against it',
    verify,
  ),
  command(
    ['log', 'export'],
    'mmc log export DIR',
    'writes a whole copy of the log, for verify/verify.mjs',
    exportLog,
  ),
];

async function printCheckpoint(line: CommandLine, world: World): Promise<number> {
  const { verifierKey } = world.logSigner;
  if (line.options['key'] && !line.json) {
    line.out(verifierKey);
    return 0;
  }
  const checkpoint = await world.db
    .transaction()
    .execute((tx) => keepCheckpoint(tx, world.logSigner, world.now()));
  line.out(line.json ? JSON.stringify({ checkpoint, key: verifierKey }) : checkpoint);
  return 0;
}

async function printProof(line: CommandLine, world: World): Promise<number> {
  const [typed = '', ...more] = line.args;
  if (!/^\d{1,15}$/.test(typed) || more.length > 0) {
    line.err(`"${line.args.join(' ')}" is no entry: give one number, counted from 0.`);
    return 2;
  }
  const proof = await proofFor(world.db, Number(typed), world.logSigner);
  if (proof === undefined) {
    line.err(`The log has no entry ${typed}.`);
    return 4;
  }
  line.out(line.json ? JSON.stringify({ index: Number(typed), proof }) : proof);
  return 0;
}

async function verify(line: CommandLine, world: World): Promise<number> {
  const [file, ...more] = line.args;
  if (more.length > 0) {
    line.err('Name one file, or none to recompute the whole log.');
    return 2;
  }
  if (file !== undefined) return await verifyFile(line, world, file);
  const { size, root, faults } = await checkLog(world.db, [world.logSigner.verifierKey]);
  if (line.json) line.out(JSON.stringify({ size, root: root.toString('base64'), faults }));
  else if (faults.length === 0)
    line.out(`The log is whole: ${size} entries, root ${root.toString('base64')}`);
  for (const { kind, at } of line.json ? [] : faults) line.err(`At ${at}: ${kind.replaceAll('-', ' ')}`);
  return faults.length === 0 ? 0 : 1;
}

async function exportLog(line: CommandLine, world: World): Promise<number> {
  const [folder, ...more] = line.args;
  if (!folder || more.length > 0) {
    line.err('Name one folder.');
    return 2;
  }
  if ((await readdir(folder).catch(() => [])).length > 0) {
    line.err(`${folder} is not empty. A copy of the log goes to a folder of its own.`);
    return 3;
  }
  let files = 0;
  for await (const file of exportedFiles(world.db, world.logSigner)) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.body);
    files += 1;
  }
  line.out(line.json ? JSON.stringify({ folder, files }) : `Wrote ${files} files to ${folder}`);
  return 0;
}
