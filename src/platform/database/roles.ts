import { Client, type ClientConfig } from 'pg';
import type { Secrets } from '../config/secrets.ts';

/**
 * Who connects to the database. `owner` runs migrations and nothing else; `public` sees public rows and needs no context;
 * `member` acts for a person named in the transaction; `worker` does the timed work; `verify` reads everything and writes nothing.
 */
export const databaseRoles = ['owner', 'public', 'member', 'worker', 'verify'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** Where the server is, with a user that may create roles; the rest follows from it. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: ClientConfig['ssl'];
}

export function addressFromUrl(url: string): ServerAddress {
  const parsed = new URL(url);
  const ssl = ['require', 'verify-ca', 'verify-full'].includes(parsed.searchParams.get('sslmode') ?? '');
  return {
    host: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname || 'localhost'),
    port: Number(parsed.port || '5432'),
    user: decodeURIComponent(parsed.username || 'postgres'),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
    ...(ssl ? { ssl: { rejectUnauthorized: parsed.searchParams.get('sslmode') !== 'require' } } : {}),
  };
}

export function passwordOf(role: DatabaseRole, secrets: Secrets): string {
  return secrets.keyFor(`database role ${role}`).toString('base64url');
}

/** The same server, signed in as one of our roles. */
export function addressAs(role: DatabaseRole, server: ServerAddress, secrets: Secrets): ServerAddress {
  return { ...server, user: `mmc_${role}`, password: passwordOf(role, secrets) };
}

/** Makes the database if it is missing. */
export async function ensureDatabase(server: ServerAddress): Promise<void> {
  const client = new Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      server.database,
    ]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(server.database)}`);
  } finally {
    await client.end();
  }
}

/**
 * Makes the five roles and the extensions, as the given user; safe to run at every start.
 * @throws Error with a sentence when the user may not create roles or the server is too old
 */
export async function ensureRoles(server: ServerAddress, secrets: Secrets): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < 15)
      throw new Error(`The database is PostgreSQL ${version}; the platform needs 15 or later.`);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(20181210)');
    for (const role of databaseRoles) await ensureRole(client, role, passwordOf(role, secrets));
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist'])
      await client.query(`create extension if not exists ${extension}`);
    const database = client.escapeIdentifier(server.database);
    await client.query(`revoke all on schema public from public`);
    await client.query(
      `grant usage on schema public to ${databaseRoles.map((role) => `mmc_${role}`).join(', ')}`,
    );
    await client.query(`grant create, connect on database ${database} to mmc_owner`);
    await client.query('commit');
  } catch (error) {
    if ((error as { code?: string }).code === '42501') {
      throw new Error(
        `The database user "${server.user}" may not create roles or extensions (${(error as Error).message}). ` +
          'Give it CREATEROLE and ownership of the database, or use one that has them.',
        { cause: error },
      );
    }
    throw error;
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: DatabaseRole, password: string): Promise<void> {
  const name = `mmc_${role}`;
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  // Who may make roles may not alter attributes it lacks itself, not even to take them away.
  const verb =
    rowCount === 0 ? `create role ${name} nocreaterole nocreatedb noinherit` : `alter role ${name}`;
  await client.query(`${verb} login password ${client.escapeLiteral(password)}`);
}
