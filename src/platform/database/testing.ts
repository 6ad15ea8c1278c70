import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Connection, connect } from './connect.ts';
import type { ServerAddress } from './roles.ts';
import { template, testSecrets } from './testing-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: ServerAddress;
  }
}

export interface TestDatabase {
  readonly address: ServerAddress;
  readonly member: Connection;
  readonly publik: Connection;
  readonly worker: Connection;
  readonly verify: Connection;
  readonly owner: Connection;
  close(): Promise<void>;
}

/** A fresh copy of the migrated template, for one test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const database = `mmc_test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(server, `create database ${database} template ${template} strategy file_copy`);
  const address = { ...server, database };
  const open = (role: Parameters<typeof connect>[0]) => connect(role, address, testSecrets, 5);
  const connections = {
    member: open('member'),
    publik: open('public'),
    worker: open('worker'),
    verify: open('verify'),
    owner: open('owner'),
  };
  return {
    address,
    ...connections,
    close: async () => {
      await Promise.all(Object.values(connections).map((connection) => connection.close()));
      await asAdministrator(server, `drop database if exists ${database} with (force)`);
    },
  };
}

async function asAdministrator(server: ServerAddress, statement: string): Promise<void> {
  const client = new Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        // Another test file is copying the template at this moment.
        if (attempt > 50 || (error as { code?: string }).code !== '55006') throw error;
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
      }
    }
  } finally {
    await client.end();
  }
}
