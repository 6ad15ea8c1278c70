import { createReadStream, createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type Measure, measuring } from './measure.ts';

/** Rows as they lie in a packed file: the file's own measure, and that of the rows' text inside. */
export interface PackedRows {
  readonly rows: number;
  readonly packed: Measure;
  readonly content: Measure;
}

/** @param source a table with its columns, or a query in parentheses */
export async function copyOut(client: pg.Client, source: string, file: string): Promise<PackedRows> {
  const rows = client.query(copyTo(`copy ${source} to stdout`));
  const [content, packed] = [measuring(), measuring()];
  const gzip = createGzip({ level: 5 });
  // `flush`: on the disk, not only handed to the kernel, before it counts as written.
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(rows, content.pipe, gzip, packed.pipe, out);
  return { rows: rows.rowCount, packed: packed.measure(), content: content.measure() };
}

/** @returns how many rows went in */
export async function copyIn(client: pg.Client, target: string, file: string): Promise<number> {
  const rows = client.query(copyFrom(`copy ${target} from stdin`));
  await pipeline(createReadStream(file), createGunzip(), rows);
  return rows.rowCount;
}

/** What `copyOut` would write, measured and not kept. */
export async function measureRows(
  client: pg.Client,
  source: string,
): Promise<{ rows: number; content: Measure }> {
  const rows = client.query(copyTo(`copy ${source} to stdout`));
  const content = measuring();
  const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
  await pipeline(rows, content.pipe, nowhere);
  return { rows: rows.rowCount, content: content.measure() };
}
