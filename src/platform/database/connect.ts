import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Secrets } from '../config/secrets.ts';
import { PreparingClient } from './prepared.ts';
import { addressAs, type DatabaseRole, type ServerAddress } from './roles.ts';
import type { DB } from './schema.generated.ts';

/** The database as one of our roles: a pool of connections with typed SQL on top. */
export type Database = Kysely<DB>;

// Whole numbers arrive as bigint, days as text: money must not pass through floats, nor days through time zones.
types.setTypeParser(types.builtins.INT8, BigInt);
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(1182 as never, (text) => text);

export interface Connection {
  readonly database: Database;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** Opens a pool as one role. Connections are made when first needed, and mended after the server was away. */
export function connect(role: DatabaseRole, server: ServerAddress, secrets: Secrets, size = 10): Connection {
  const pool = new Pool({
    Client: PreparingClient,
    ...addressAs(role, server, secrets),
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: `mmc ${role}`,
  });
  // A connection that ends while idle is replaced by the pool; without a listener it would end the whole program. So would one that
  // ends between two statements of a transaction: its next statement tells.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const database = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { database, pool, close: () => database.destroy() };
}

/** One trip to the server that proves it answers. */
export async function ping(database: Database): Promise<void> {
  await database.executeQuery(CompiledQuery.raw('select 1'));
}
