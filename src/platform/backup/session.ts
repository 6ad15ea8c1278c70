import { Kysely, PostgresDialect } from 'kysely';
import { Client } from 'pg';
import type { DB } from '../database/schema.generated.ts';
import type { ServerAddress } from '../database/roles.ts';

/** Rows written as text must read the same on any server: the settings that change the text are fixed. */
const sameTextEverywhere = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set synchronize_seqscans = off;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** One connection, closed after the work whatever happens. */
export async function withSession<T>(
  address: ServerAddress,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    ...address,
    connectionTimeoutMillis: 10_000,
    application_name: 'mmc backup',
  });
  // A server that goes away in the middle is told by the query under way; without a listener it would end the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sameTextEverywhere);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Typed SQL on a connection somebody else opened and will close, inside the transaction it is in. */
export function typed(client: Client): Kysely<DB> {
  const connection = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => connection, end: async () => undefined, options: {} };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
