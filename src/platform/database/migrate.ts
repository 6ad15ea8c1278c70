import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { Client, Pool } from 'pg';
import type { ServerAddress } from './roles.ts';

const quiet = new Logger(() => () => undefined);

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Numbered, forward-only SQL files; HEAD names the last, so two branches conflict in git and not in production. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  return names.map((name) => {
    const sql = readFileSync(path.join(folder, name), 'utf8');
    return {
      number: Number(name.slice(0, 4)),
      name,
      sql,
      sha256: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

/**
 * Brings a database to the newest schema, as the owner; safe when two processes start at once.
 * @returns the names of the migrations that ran
 * @throws Error when a migration that ran before was changed since
 */
export async function migrate(owner: ServerAddress, migrations: readonly Migration[]): Promise<string[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(20181211)');
    await prepare(client, owner);
    const done = await client.query<{ number: number; sha256: string }>(
      'select number, sha256 from platform.migration',
    );
    const before = new Map(done.rows.map((row) => [row.number, row.sha256]));
    const ran: string[] = [];
    for (const migration of migrations) {
      const known = before.get(migration.number);
      if (known === migration.sha256) continue;
      if (known)
        throw new Error(
          `Migration ${migration.name} ran before and was changed since. Migrations are forward only.`,
        );
      await runOne(client, migration);
      ran.push(migration.name);
    }
    return ran;
  } finally {
    await client.end();
  }
}

async function prepare(client: Client, owner: ServerAddress): Promise<void> {
  // The job queue keeps its own tables; ours may then rely on them.
  const pool = new Pool({ ...owner, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: quiet });
  } finally {
    await pool.end();
  }
  await client.query('create schema if not exists platform');
  await client.query(`create table if not exists platform.migration (
    number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`);
}

async function runOne(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query("set local lock_timeout = '5s'");
    await client.query(migration.sql);
    await client.query('insert into platform.migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
