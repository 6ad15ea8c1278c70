/** What a cell may hold. Numbers stay numbers; nothing known is an empty cell. */
export type Cell = string | number | bigint | boolean | Date | null | undefined;

export interface CsvColumn<Row> {
  /** Lasting, in snake_case: scripts rely on it. */
  readonly head: string;
  readonly cell: (row: Row) => Cell;
}

// What a spreadsheet takes for the start of a formula, also in the full-width forms it folds, also behind blanks.
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** One value as RFC 4180 wants it. Text that a spreadsheet would run gets an apostrophe before it. */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows under one line of heads, lines ended by CR LF (RFC 4180). */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const head = columns.map((column) => csvCell(column.head)).join(',');
  const lines = rows.map((row) => columns.map((column) => csvCell(column.cell(row))).join(','));
  return [head, ...lines, ''].join('\r\n');
}

/** @param name of the file, without `.csv`, in kebab-case */
export function csvResponse<Row>(
  name: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): Response {
  return new Response(csvText(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'public, max-age=60',
    },
  });
}
