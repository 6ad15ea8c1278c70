import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Reader } from '../../src/platform/database/atomically.ts';
import { sql } from 'kysely';

/**
 * One hash for each table's rows, whatever their order, by other means than the backup's own: rows as JSON, sorted, hashed by PostgreSQL.
 * Jobs get new numbers when they are queued again, so they are told by what they do.
 */
export async function contentHashes(owner: Reader): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{
    name: string;
  }>`select schemaname || '.' || tablename as name from pg_tables
    where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'graphile_worker') order by 1`.execute(
    owner,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables)
    hashes[name] = await hashOf(owner, sql`select to_jsonb(t) as row from ${sql.table(name)} t`);
  hashes['jobs'] = await hashOf(
    owner,
    sql`select jsonb_build_array(t.identifier, j.payload, j.run_at, j.key, j.max_attempts, j.priority) as row
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
  );
  return hashes;
}

async function hashOf(owner: Reader, rows: ReturnType<typeof sql>): Promise<string> {
  const found = await sql<{ said: string }>`
    select count(*) || ' ' || coalesce(md5(string_agg(md5(row::text), '' order by md5(row::text))), '') as said from (${rows}) as r`.execute(
    owner,
  );
  return found.rows[0]?.said ?? '';
}

/** Hashes of all finished files of a data directory, by their bytes. */
export function fileHashes(dataDir: string): string[] {
  return readdirSync(path.join(dataDir, 'files', 'kept'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      createHash('sha256')
        .update(readFileSync(path.join(entry.parentPath, entry.name)))
        .digest('hex'),
    )
    .toSorted();
}
