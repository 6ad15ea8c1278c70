import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { because, Refusal } from '../../kernel/refusal.ts';
import { unpackedSize } from './unpacked-size.ts';

/** A table as a person's file had it: every cell as text, rows by their number in the file. */
export interface FileTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

const largestFile = 5_000_000;
const largestUnpacked = 60_000_000;
const mostRows = 10_000;

/**
 * Reads CSV (comma, semicolon or tab, UTF-8) or the first sheet of an XLSX file, told apart by content.
 * @throws Refusal for what is no table, too large, without a head, or with nothing under it
 */
export async function readTable(bytes: Buffer): Promise<FileTable> {
  if (bytes.length > largestFile) throw refusal('too-large', { megabytes: largestFile / 1_000_000 });
  const lines =
    bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ? await readSheet(bytes) : readCsv(bytes);
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...rows] = filled;
  if (!head) throw refusal('empty');
  if (rows.length === 0) throw refusal('no-rows');
  if (rows.length > mostRows) throw refusal('too-many-rows', { most: mostRows, rows: rows.length });
  return { head: head.cells, rows };
}

function readCsv(bytes: Buffer): { number: number; cells: string[] }[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('not-utf8');
  }
  if (text.includes('\u0000')) throw refusal('not-a-table');
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relaxColumnCount: true,
      trim: true,
      info: true,
    }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return records.map(({ info, record }) => ({ number: info.lines, cells: record }));
  } catch (error) {
    throw refusal('broken-csv', { line: (error as { lines?: number }).lines ?? 0 });
  }
}

/** The sign that the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

async function readSheet(bytes: Buffer): Promise<{ number: number; cells: string[] }[]> {
  const size = unpackedSize(bytes);
  if (size === undefined) throw refusal('not-a-table');
  if (size > largestUnpacked) throw refusal('too-large', { megabytes: largestFile / 1_000_000 });
  let sheets: Awaited<ReturnType<typeof readExcel>>;
  try {
    sheets = await readExcel(bytes);
  } catch {
    throw refusal('not-a-table');
  }
  const rows = sheets[0]?.data ?? [];
  return rows.map((row, index) => ({ number: index + 1, cells: row.map(cellText) }));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell.trim() : JSON.stringify(cell);
}

function refusal(key: string, values?: Record<string, number>): Refusal {
  return new Refusal(because(`imports:${key}`, values));
}
