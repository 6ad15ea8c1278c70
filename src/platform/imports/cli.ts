import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { because, notFound, Refusal } from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import type { Command, CommandLine } from '../command-line/command.ts';
import { reading } from '../database/atomically.ts';
import { systemActor } from '../events/system-actor.ts';
import { csvText } from '../exports/csv.ts';
import { jsonText } from '../exports/json.ts';
import { explain } from '../languages/catalogue.ts';
import { confirmImport, mapColumns, readFileOf, undoImport } from './import-file.ts';
import { judge } from './judge.ts';
import type { AnyImportKind } from './kind.ts';
import './messages/index.ts';
import { type Batch, findBatch } from './store.ts';

/** `mmc import`, `mmc import undo` and `mmc export`, for the kinds that capabilities give. */
export function importCommands(kinds: readonly AnyImportKind[]): readonly Command[] {
  const names = kinds.map(({ name }) => name);
  const kindNamed = (name: string | undefined) => {
    const kind = kinds.find((known) => known.name === name);
    if (!kind)
      throw new Refusal(because('imports:unknown-kind', { kind: name ?? '', kinds: names.join(', ') }));
    return kind;
  };
  return [
    {
      words: ['import'],
      usage: 'mmc import KIND FILE [--map COLUMN=HEAD …] [--dry-run]',
      summary: `Adds the good rows of a CSV or XLSX file, says why others are refused. Kinds: ${names.join(', ')}`,
      options: { map: 'values', 'dry-run': 'flag' },
      needsWorld: true,
      run: (line, world) => importFile(line, world as World, kindNamed(line.args[0])),
    },
    {
      words: ['import', 'undo'],
      usage: 'mmc import undo IMPORT',
      summary: 'Takes back all that one import added',
      needsWorld: true,
      run: (line, world) => undo(line, world as World, kindNamed),
    },
    {
      words: ['export'],
      usage: 'mmc export KIND [--json]',
      summary: 'Prints all records of a kind as CSV, or as JSON',
      needsWorld: true,
      run: (line, world) => exportKind(line, world as World, kindNamed(line.args[0])),
    },
  ];
}

async function importFile(line: CommandLine, world: World, kind: AnyImportKind): Promise<number> {
  const file = line.args[1];
  if (!file) throw new Refusal(because('imports:no-file'));
  const id = await readFileOf(world, systemActor, kind, {
    name: path.basename(file),
    bytes: await readFile(file),
  });
  const read = await batchOf(world, id);
  const mapping = { ...read.mapping, ...askedMapping(line, read.table.head) };
  await mapColumns(world, systemActor, kind, id, mapping);
  const { good, refused, missing } = await reading(world, systemActor, (tx) =>
    judge(tx, kind, read.table, mapping),
  );
  const problems = refused.flatMap(({ number, problems: all }) =>
    all.map(({ field, reason }) => ({ row: number, column: field, problem: explain('en', reason) })),
  );
  const dry = line.options['dry-run'] === true || good.length === 0 || missing.length > 0;
  if (!dry) await confirmImport(world, systemActor, kind, { id, expected: good.length });
  const result = {
    import: id,
    kind: kind.name,
    added: dry ? 0 : good.length,
    good: good.length,
    refused: refused.length,
    missing,
    problems,
  };
  if (line.json) line.out(jsonText(result));
  else {
    for (const { row, column, problem } of problems) line.err(`row ${row}, ${column}: ${problem}`);
    if (missing.length > 0)
      line.err(explain('en', because('imports:missing', { columns: missing.join(', ') })));
    line.out(`${result.added} added, ${refused.length} refused. Import ${id}`);
  }
  return missing.length > 0 || good.length === 0 ? 3 : 0;
}

/** `--map name="Nom de l’organisation"`: our column, then the file's head. */
function askedMapping(line: CommandLine, head: readonly string[]): Record<string, number> {
  const asked = (line.options['map'] ?? []) as readonly string[];
  return Object.fromEntries(
    asked.map((pair) => {
      const [ours = '', theirs = ''] = pair.split(/=(.*)/s);
      const place = head.indexOf(theirs);
      if (place < 0) throw new Refusal(because('imports:no-such-column', { column: theirs }));
      return [ours, place];
    }),
  );
}

async function undo(
  line: CommandLine,
  world: World,
  kindNamed: (name: string) => AnyImportKind,
): Promise<number> {
  const batch = await batchOf(world, line.args[0] ?? '');
  await undoImport(world, systemActor, kindNamed(batch.kind), batch.id);
  if (line.json) line.out(jsonText({ import: batch.id, undone: batch.recordIds.length }));
  else line.out(`${batch.recordIds.length} taken back`);
  return 0;
}

async function batchOf(world: World, id: string): Promise<Batch> {
  const batch = /^[0-9a-f-]{36}$/.test(id)
    ? await reading(world, systemActor, (tx) => findBatch(tx, id))
    : undefined;
  if (!batch) throw notFound();
  return batch;
}

async function exportKind(line: CommandLine, world: World, kind: AnyImportKind): Promise<number> {
  const rows = await reading(world, systemActor, (tx) => kind.list(tx));
  const columns = kind.columns.map(({ name }) => ({
    head: name,
    cell: (row: (typeof rows)[number]) => row[name],
  }));
  line.out(line.json ? jsonText(rows) : csvText(columns, rows));
  return 0;
}
