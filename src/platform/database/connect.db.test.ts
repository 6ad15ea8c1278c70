import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing.ts';

describe('a connection', () => {
  let databases: TestDatabase;
  beforeAll(async () => {
    databases = await testDatabase();
  });
  afterAll(() => databases.close());

  it('that the server ends between two statements fails its transaction, and not the whole program', async () => {
    const { database } = databases.member;
    const broken = database.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await endConnections(databases);
      await sql`select 2`.execute(tx);
    });
    await expect(broken).rejects.toThrow(/connection/i);
    expect((await sql`select 3 as three`.execute(database)).rows).toEqual([{ three: 3 }]);
  });
});

/** As a server that is stopped does; waits until the other side has seen it. */
async function endConnections({ address }: TestDatabase): Promise<void> {
  const superuser = new Client(address);
  await superuser.connect();
  await superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await superuser.end();
  await new Promise((resolve) => setTimeout(resolve, 200));
}
