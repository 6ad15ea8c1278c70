import path from 'node:path';
import type pg from 'pg';
import { copyIn, measureRows } from './copying.ts';
import { queueAgain } from './jobs.ts';
import { jobsPath, type Manifest, tablePath } from './manifest.ts';
import { BackupRefused } from './refused.ts';
import { columnList, listTables, quoted } from './tables.ts';
import { unfastened } from './unfastened.ts';

/**
 * Puts a checked backup's rows and jobs in place of whatever the tables hold, inside the caller's transaction, as the owner.
 * Then reads every table back: it must give the same text, byte for byte.
 */
export async function load(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  says: (sentence: string) => void,
): Promise<void> {
  const known = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]));
  refuseOtherShape(manifest, known);
  const names = [...known.keys()].map(quoted);
  await unfastened(
    client,
    names,
    async () => {
      await client.query(`truncate ${names.join(', ')}`);
      for (const { name, columns, rows } of manifest.tables) {
        await copyIn(client, `${quoted(name)} (${columnList(columns)})`, path.join(folder, tablePath(name)));
        says(`${name}: ${rows} rows`);
      }
      await queueAgain(client, path.join(folder, jobsPath));
      await moveSequences(client);
      says('Checking keys and building indexes');
    },
    () => compareWithManifest(client, manifest),
  );
}

function refuseOtherShape(manifest: Manifest, known: ReadonlyMap<string, readonly string[]>): void {
  const shape = (columns: readonly string[] | undefined) => [...(columns ?? [])].toSorted().join();
  const odd = [
    ...manifest.tables.filter(({ name, columns }) => shape(known.get(name)) !== shape(columns)),
    ...[...known.keys()]
      .filter((name) => !manifest.tables.some((table) => table.name === name))
      .map((name) => ({ name })),
  ];
  if (odd.length > 0)
    throw new BackupRefused(
      `The tables ${odd.map(({ name }) => name).join(', ')} are not the same in the backup and in this database.`,
    );
}

/** Rows came with their numbers; the next new one must come after. */
async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ move: string }>(`
    select format('select setval(%L, coalesce((select max(%I) from %s), 1), exists (select from %3$s))', s.oid::regclass, a.attname, t.oid::regclass) as move
    from pg_class s join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.refclassid = 'pg_class'::regclass
      and d.deptype in ('a', 'i')
    join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    join pg_namespace n on n.oid = t.relnamespace
    where s.relkind = 'S' and n.nspname !~ '^pg_' and n.nspname <> 'graphile_worker'`);
  for (const { move } of rows) await client.query(move);
}

async function compareWithManifest(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, columns, rows, content } of manifest.tables) {
    const found = await measureRows(client, `${quoted(name)} (${columnList(columns)})`);
    if (found.rows !== rows || found.content.sha256 !== content.sha256)
      throw new Error(
        `${name} does not read as it was saved (${found.rows} rows where ${rows} were); nothing was changed`,
      );
  }
}
