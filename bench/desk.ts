import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { routes as deskPages } from '../src/capabilities/support-desk/pages/workspace/routes.tsx';
import { type Actor, anonymous } from '../src/kernel/actor.ts';
import { uuidv7 } from '../src/kernel/id.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { secretsFrom } from '../src/platform/config/secrets.ts';
import { connect } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import { addressAs, ensureDatabase, ensureRoles } from '../src/platform/database/roles.ts';
import { createApplication } from '../src/platform/http/application.ts';
import { signerFromSeed } from '../src/platform/public-log/index.ts';
import { workspace } from '../src/surfaces/workspace/surface.tsx';
import type { World } from '../src/world.ts';
import { type DeskSize, fillDesk } from './desk-rows.ts';

export interface DeskPageMeasure {
  readonly page: string;
  readonly p50Milliseconds: number;
  /** At most 300 at 20 requests a second is wanted. */
  readonly p95Milliseconds: number;
  readonly failed: number;
}

const secrets = secretsFrom('a secret for measuring, known to all who read it');

/**
 * Fills a throw-away server and asks each page of the desk through the real application, at a fixed rate whatever it takes
 * (so that a slow answer cannot slow the questions down), for some seconds.
 */
export async function benchDesk(
  size: DeskSize = { cities: 5_000, cases: 10_000, messages: 100_000 },
  { perSecond = 20, seconds = 10 } = {},
): Promise<DeskPageMeasure[]> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'mmc-bench-'));
  chmodSync(directory, 0o755);
  const embedded = await startEmbedded({ directory, password: 'bench', throwAway: true });
  try {
    const server = { ...embedded.connection, database: 'desk' };
    await ensureDatabase(server);
    await ensureRoles(server, secrets);
    await migrate(addressAs('owner', server, secrets), readMigrations('database/migrations'));
    const { deskPerson } = await fillDesk(server, size);
    const [member, publik] = [connect('member', server, secrets), connect('public', server, secrets)];
    const world: World = {
      config: readConfig({ DATA_DIR: directory }),
      secrets,
      db: member.database,
      publicDb: publik.database,
      logSigner: signerFromSeed('bench/log', secrets.keyFor('public log')),
      now: () => new Date(),
      newId: () => uuidv7(new Date(), randomBytes(10)),
      randomBytes: (count) => randomBytes(count),
    };
    const app = application(world, deskPerson);
    const measures: DeskPageMeasure[] = [];
    for (const page of await pagesOf(app)) measures.push(await askSteadily(app, page, perSecond, seconds));
    await Promise.all([member.close(), publik.close()]);
    return measures;
  } finally {
    await embedded.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

type Application = ReturnType<typeof createApplication>;

function application(world: World, personId: string): Application {
  const actor: Actor = {
    ...anonymous,
    personId,
    name: 'Desk 1',
    roles: [{ role: 'staff-support', cityId: null, organisationId: null, until: null }],
    assurance: 'passkey',
  };
  return createApplication({
    world,
    surfaces: [workspace(deskPages)],
    identify: async () => actor,
    logFault: (_reference, error) => console.error(error),
  });
}

/** Every page of the desk that is read all day, a busy case among them. */
async function pagesOf(app: Application): Promise<string[]> {
  const queue = await (await app.fetch(new Request('http://localhost/workspace/support?stage=open'))).text();
  const id = /\/workspace\/support\/cases\/([0-9a-f-]{36})"/.exec(queue)?.[1] ?? '';
  const at = '/workspace/support';
  return [
    at,
    `${at}?stage=any&page=100`,
    `${at}?kind=global-south&language=fr&topic=housing&assignee=me`,
    `${at}?words=number%2077&stage=any`,
    ...['', '/triage', '/outcome', '/merge', '/partner'].map((step) => `${at}/cases/${id}${step}`),
    `${at}/tray`,
    `${at}/templates`,
    `${at}/hand-over`,
    `${at}/skills`,
    `${at}/response`,
  ];
}

async function askSteadily(
  app: Application,
  page: string,
  perSecond: number,
  seconds: number,
): Promise<DeskPageMeasure> {
  const times: number[] = [];
  let failed = 0;
  const ask = async () => {
    const began = performance.now();
    const response = await app.fetch(
      new Request(`http://localhost${page}`, { headers: { 'accept-encoding': 'br' } }),
    );
    await response.arrayBuffer();
    if (response.status !== 200) failed += 1;
    times.push(performance.now() - began);
  };
  await ask();
  times.length = 0;
  const asked: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    asked.push(ask());
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  await Promise.all(asked);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    page: page.replaceAll(/[0-9a-f-]{36}/g, ':id'),
    p50Milliseconds: at(0.5),
    p95Milliseconds: at(0.95),
    failed,
  };
}
