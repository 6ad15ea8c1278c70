import { randomBytes } from 'node:crypto';
import { type Actor, anonymous, type Role } from '../../src/kernel/actor.ts';
import { uuidv7 } from '../../src/kernel/id.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { type TestDatabase, testDatabase } from '../../src/platform/database/testing.ts';
import { testSecrets } from '../../src/platform/database/testing-server.ts';
import { signerFromSeed } from '../../src/platform/public-log/index.ts';
import type { World } from '../../src/world.ts';

export interface TestWorld extends World {
  readonly databases: TestDatabase;
  /** Moves the world's clock; the database keeps its own. */
  setNow(now: Date): void;
  close(): Promise<void>;
}

/** A world on a fresh database, as the web has it (`member`); `asWorker` gives the same as the worker has it. */
export async function testWorld(): Promise<TestWorld> {
  const databases = await testDatabase();
  let now: Date | undefined;
  return {
    config: readConfig({}),
    secrets: testSecrets,
    db: databases.member.database,
    publicDb: databases.publik.database,
    logSigner: signerFromSeed('localhost/log', testSecrets.keyFor('public log')),
    now: () => now ?? new Date(),
    newId: () => uuidv7(new Date(), randomBytes(10)),
    randomBytes: (count) => randomBytes(count),
    databases,
    setNow: (to) => {
      now = to;
    },
    close: () => databases.close(),
  };
}

export function asWorker(world: TestWorld): World {
  return { ...world, db: world.databases.worker.database };
}

/** Somebody with a role, signed in with a passkey a moment ago. They need not exist in the database unless a rule looks there. */
export function someone(
  role: Role,
  over: Partial<Actor> & { cityId?: string; organisationId?: string } = {},
): Actor {
  const { cityId = null, organisationId = null, ...actor } = over;
  return {
    ...anonymous,
    personId: uuidv7(new Date(), randomBytes(10)),
    name: `Trial ${role}`,
    roles: [{ role, cityId, organisationId, until: null }],
    assurance: 'passkey',
    sessionId: null,
    steppedUpAt: new Date(),
    ...actor,
  };
}
