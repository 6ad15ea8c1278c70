import { because, type Problem, type Reason, type SentenceValues } from '../../kernel/refusal.ts';
import type { Tx } from '../database/atomically.ts';
import type { ImportKind } from './kind.ts';
import { type Mapping, missingColumns } from './mapping.ts';
import type { FileTable } from './read-table.ts';

export interface RefusedRow {
  /** Its number in the file, as the person's program counts. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Each names our column. */
  readonly problems: readonly Problem[];
}

export interface Judgement<Row> {
  readonly good: readonly { readonly number: number; readonly row: Row }[];
  readonly refused: readonly RefusedRow[];
  /** Columns that must be filled and are not matched: nothing can be judged until they are. */
  readonly missing: readonly string[];
}

/** Which rows of a file could be added, and of the others every problem with its row and column. */
export async function judge<Row>(
  tx: Tx,
  kind: ImportKind<Row>,
  table: FileTable,
  mapping: Mapping,
): Promise<Judgement<Row>> {
  const missing = missingColumns(kind.columns, mapping).map(({ name }) => name);
  if (missing.length > 0) return { good: [], refused: [], missing };
  const read = table.rows.map(({ number, cells }) => ({ number, cells, ...readRow(kind, cells, mapping) }));
  const fine = read.filter((line): line is typeof line & { row: Row } => line.problems.length === 0);
  const against = await kind.check(
    tx,
    fine.map(({ row }) => row),
  );
  const late = new Map([...against].map(([index, problem]) => [fine[index]?.number, problem]));
  return {
    good: fine.filter(({ number }) => !late.has(number)).map(({ number, row }) => ({ number, row })),
    refused: read.flatMap(({ number, cells, problems }) => {
      const problem = late.get(number);
      const all = problem ? [...problems, problem] : problems;
      return all.length > 0 ? [{ number, cells, problems: all }] : [];
    }),
    missing,
  };
}

function readRow<Row>(
  kind: ImportKind<Row>,
  cells: readonly string[],
  mapping: Mapping,
): { row?: Row; problems: Problem[] } {
  const texts = Object.fromEntries(kind.columns.map(({ name }) => [name, cells[mapping[name] ?? -1] ?? '']));
  const parsed = kind.schema.safeParse(texts);
  if (parsed.success) return { row: parsed.data, problems: [] };
  return {
    problems: parsed.error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      reason: because(
        /^[a-z-]+:[\w.-]+$/.test(issue.message) ? (issue.message as Reason['key']) : 'platform:needed',
        'params' in issue ? (issue.params as SentenceValues) : {},
      ),
    })),
  };
}
