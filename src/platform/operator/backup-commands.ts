import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { backUp, BackupRefused, restore } from '../backup/index.ts';
import type { Command, CommandLine, UnpreparedWorld } from '../command-line/command.ts';

export const backupCommands: readonly Command[] = [
  {
    words: ['backup'],
    usage: 'mmc backup FOLDER [--json]',
    summary: 'copies the database and files to a new folder; the platform may run',
    needsServer: true,
    run: (line, given) => refusing(line, () => runBackup(line, given as UnpreparedWorld)),
  },
  {
    words: ['restore'],
    usage: 'mmc restore FOLDER [--replace] [--checkpoint FILE …] [--json]',
    summary: 'brings a backup back and verifies it; stop the platform first',
    options: { replace: 'flag', checkpoint: 'values' },
    needsServer: true,
    run: (line, given) => refusing(line, () => runRestore(line, given as UnpreparedWorld)),
  },
];

async function runBackup(line: CommandLine, { world, startServer }: UnpreparedWorld): Promise<number> {
  const folder = oneFolder(line);
  await startServer();
  const manifest = await backUp(world, folder, { says: progressOf(line) });
  const { madeAt, checkpoint, damagedFiles } = manifest;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const packed = [...manifest.tables.map((table) => table.packed), manifest.jobs.packed, ...manifest.files];
  const bytes = packed.reduce((sum, measure) => sum + measure.bytes, 0);
  const counts = {
    tables: manifest.tables.length,
    rows,
    jobs: manifest.jobs.rows,
    files: manifest.files.length,
  };
  if (line.json) {
    line.out(JSON.stringify({ folder, madeAt, ...counts, bytes, damagedFiles, checkpoint }));
  } else {
    line.out(
      `Saved ${counts.tables} tables (${rows} rows), ${counts.jobs} waiting jobs and ${counts.files} files, ${bytes} bytes, in ${folder}`,
    );
    line.out(`Keep this checkpoint somewhere else; a restore can be held against it:\n${checkpoint}`);
  }
  if (damagedFiles.length === 0) return 0;
  line.err(
    `The file store itself is damaged: ${damagedFiles.join(', ')}. These are not in the backup; look for them in an earlier one.`,
  );
  return 1;
}

async function runRestore(line: CommandLine, { world, startServer }: UnpreparedWorld): Promise<number> {
  const folder = oneFolder(line);
  const { checkpoint: checkpoints = [], replace } = line.options;
  const remembered = await Promise.all([...(checkpoints as string[])].map(readCheckpoint));
  const choices = { remembered, replace: replace === true, startServer, says: progressOf(line) };
  const { manifest, rows, logSize, logRoot } = await restore(world, folder, choices);
  const counts = {
    tables: manifest.tables.length,
    rows,
    jobs: manifest.jobs.rows,
    files: manifest.files.length,
  };
  if (line.json) {
    line.out(JSON.stringify({ folder, madeAt: manifest.madeAt, ...counts, logSize, logRoot }));
  } else {
    line.out(
      [
        `Restored the backup of ${manifest.madeAt}. Verified before it was made final:`,
        `  ${counts.tables} tables, ${rows} rows: each table read back and found the same, byte for byte`,
        `  ${counts.files} files: each hash found out anew; ${counts.jobs} waiting jobs queued again`,
        `  public log: ${logSize} entries recomputed, root ${logRoot} as in the backup's checkpoint${remembered.length > 0 ? `, and ${remembered.length} kept elsewhere held` : ''}`,
      ].join('\n'),
    );
  }
  for (const sha256 of manifest.damagedFiles)
    line.err(`The file ${sha256} was damaged when the backup was made, and is not in it.`);
  return manifest.damagedFiles.length === 0 ? 0 : 1;
}

async function refusing(line: CommandLine, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    line.err(error.problems.join('\n'));
    return 3;
  }
}

function oneFolder(line: CommandLine): string {
  const [folder, ...more] = line.args;
  if (!folder || more.length > 0) throw new BackupRefused('Name one folder.');
  return path.resolve(folder);
}

async function readCheckpoint(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error: Error) => {
    throw new BackupRefused(`The checkpoint ${file} cannot be read: ${error.message}.`);
  });
}

function progressOf(line: CommandLine): (sentence: string) => void {
  return line.json ? () => undefined : (sentence) => line.err(`  ${sentence}`);
}
