import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { findBrokenReferences } from './references.ts';
import { type EditionKind, type EditionRecords, editionFiles } from './schema.ts';
import { type CountryRow, countryRow } from './schema/places.ts';

const countriesFile = 'countries.csv';

export interface Edition extends EditionRecords {
  readonly countries: readonly CountryRow[];
}

/** One thing wrong in an edition: `record` is its id, or its place in the file when it has none. */
export interface EditionProblem {
  readonly file: string;
  readonly record: string;
  readonly field: string;
  readonly problem: string;
}

export class EditionFault extends Error {
  readonly problems: readonly EditionProblem[];

  constructor(problems: readonly EditionProblem[]) {
    const lines = problems.map((p) => `${p.file} ${p.record} ${p.field}: ${p.problem}`);
    super(`the edition has ${problems.length} faults\n${lines.join('\n')}`);
    this.name = 'EditionFault';
    this.problems = problems;
  }
}

/**
 * Reads and checks every file of an edition: each record's shape, then that ids are unique and references resolve.
 * @throws EditionFault with all faults found, each with its file, record and field
 */
export async function readEdition(folder: string): Promise<Edition> {
  const problems: EditionProblem[] = [];
  const byKind: Record<string, unknown> = {};
  for (const kind of Object.keys(editionFiles) as EditionKind[]) {
    const { file, record } = editionFiles[kind];
    byKind[kind] = checkRecords(
      file,
      await readJsonArray(join(folder, file), file, problems),
      record,
      problems,
    );
  }
  const countries = readCountries(await readFile(join(folder, countriesFile), 'utf8'), problems);
  if (problems.length > 0) throw new EditionFault(problems);
  // Each kind was checked against its own schema just above, which the loop cannot tell the compiler.
  const edition = { ...(byKind as unknown as EditionRecords), countries };
  const broken = findBrokenReferences(edition);
  if (broken.length > 0) throw new EditionFault(broken);
  return edition;
}

async function readJsonArray(path: string, file: string, problems: EditionProblem[]): Promise<unknown[]> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (Array.isArray(content)) return content;
    problems.push({ file, record: '', field: '', problem: 'not an array of records' });
  } catch (error) {
    problems.push({
      file,
      record: '',
      field: '',
      problem: error instanceof Error ? error.message : String(error),
    });
  }
  return [];
}

function checkRecords(
  file: string,
  rows: unknown[],
  schema: z.ZodType,
  problems: EditionProblem[],
): unknown[] {
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const record = nameOf(row, index);
    if (seen.has(record)) problems.push({ file, record, field: 'id', problem: 'this id is used twice' });
    seen.add(record);
    return check(file, record, row, schema, problems);
  });
}

function check<T>(
  file: string,
  record: string,
  row: unknown,
  schema: z.ZodType<T>,
  problems: EditionProblem[],
): T | undefined {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.push({ file, record, field: issue.path.join('.'), problem: issue.message });
  }
  return undefined;
}

function nameOf(row: unknown, index: number): string {
  const hasId = typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string';
  return hasId ? String(row.id) : `#${index + 1}`;
}

/** The file holds plain cells without quotes; a line with a cell too many is a fault, not a shifted row. */
function readCountries(csv: string, problems: EditionProblem[]): CountryRow[] {
  const [head = '', ...lines] = csv.trimEnd().split('\n');
  const columns = head.split(',');
  return lines.flatMap((line, index) => {
    const cells = line.split(',');
    const record = cells[0] || `#${index + 2}`;
    if (cells.length !== columns.length) {
      problems.push({
        file: countriesFile,
        record,
        field: '',
        problem: `${cells.length} cells, not ${columns.length}`,
      });
      return [];
    }
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
    return check(countriesFile, record, row, countryRow, problems) ?? [];
  });
}
