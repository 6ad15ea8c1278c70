import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { Client } from 'pg';
import { routes as impactApi } from '../src/capabilities/impact/api.ts';
import { loadDefinitions } from '../src/capabilities/impact/index.ts';
import { routes as impactPages } from '../src/capabilities/impact/pages/public/routes.tsx';
import { countFigures } from '../src/capabilities/impact/store/recount.ts';
import { loadLibrary, loadSources } from '../src/capabilities/library/index.ts';
import { readEdition } from '../src/edition/index.ts';
import { anonymous } from '../src/kernel/actor.ts';
import { uuidv7 } from '../src/kernel/id.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { secretsFrom } from '../src/platform/config/secrets.ts';
import { atomically } from '../src/platform/database/atomically.ts';
import { connect } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import {
  addressAs,
  ensureDatabase,
  ensureRoles,
  type ServerAddress,
} from '../src/platform/database/roles.ts';
import { systemActor } from '../src/platform/events/system-actor.ts';
import { createApplication } from '../src/platform/http/application.ts';
import { signerFromSeed } from '../src/platform/public-log/index.ts';
import { publicSite } from '../src/surfaces/public-site/surface.tsx';
import { api } from '../src/surfaces/api/surface.ts';
import type { World } from '../src/world.ts';

/** One page over a small and a large ledger, in turns; medians. */
export interface PageMeasure {
  readonly page: string;
  readonly smallMilliseconds: number;
  readonly largeMilliseconds: number;
  /** At most 3 is wanted. */
  readonly ratio: number;
}

export interface ImpactMeasure {
  readonly entries: { readonly small: number; readonly large: number };
  readonly pages: readonly PageMeasure[];
}

const pages = [
  '/impact?as-at=2025-12-31',
  '/impact/cities-engaged-ever?as-at=2025-12-31',
  '/api/v1/figures?as-at=2025-12-31',
];
const secrets = secretsFrom('a secret for measuring, known to all who read it');

/** Fills two databases of one throw-away server, one with 1,000 entries and one with a million, and asks both through HTTP. */
export async function benchImpact(small = 1_000, large = 1_000_000, rounds = 60): Promise<ImpactMeasure> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'mmc-bench-'));
  chmodSync(directory, 0o755);
  const server = await startEmbedded({ directory, password: 'bench', throwAway: true });
  try {
    const sites = [
      await openSite(server.connection, 'small', small),
      await openSite(server.connection, 'large', large),
    ];
    const measures: PageMeasure[] = [];
    for (const page of pages) {
      const times = await inTurns(
        sites.map(({ address }) => address + page),
        rounds,
      );
      const [smallMilliseconds = 0, largeMilliseconds = 0] = times.map(median);
      measures.push({
        page,
        smallMilliseconds,
        largeMilliseconds,
        ratio: largeMilliseconds / smallMilliseconds,
      });
    }
    for (const site of sites) await site.close();
    return { entries: { small, large }, pages: measures };
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function openSite(connection: Omit<ServerAddress, 'database'>, database: string, entries: number) {
  const server = { ...connection, database };
  await ensureDatabase(server);
  await ensureRoles(server, secrets);
  await migrate(addressAs('owner', server, secrets), readMigrations('database/migrations'));
  const [worker, publik] = [connect('worker', server, secrets, 2), connect('public', server, secrets)];
  const world: World = {
    config: readConfig({}),
    secrets,
    db: worker.database,
    publicDb: publik.database,
    logSigner: signerFromSeed('bench/log', secrets.keyFor('public log')),
    now: () => new Date(),
    newId: () => uuidv7(new Date(), randomBytes(10)),
    randomBytes: (count) => randomBytes(count),
  };
  const edition = await readEdition('database/edition');
  await atomically(world, systemActor, async (tx) => {
    await loadSources(tx, edition.sources);
    await loadLibrary(tx, edition);
    await loadDefinitions(tx, world, edition.definitions);
  });
  await fill(server, entries);
  await atomically(world, systemActor, (tx) => countFigures(tx));
  await analyse(server);
  const app = createApplication({
    world,
    surfaces: [publicSite(impactPages), api(impactApi)],
    identify: async () => anonymous,
    logFault: (_reference, error) => console.error(error),
  });
  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => http.once('listening', resolve));
  const { port } = http.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      http.close();
      await Promise.all([worker.close(), publik.close()]);
    },
  };
}

/** Made-up entries of every kind over seven years and 3,000 cities, verified, each with its evidence. As superuser, without triggers. */
async function fill(server: ServerAddress, entries: number): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    await client.query(cities);
    await client.query(claims, [entries]);
    for (const statement of [standing, evidence, decisions]) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function analyse(server: ServerAddress): Promise<void> {
  const client = new Client(server);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

const cities = `insert into city_registry.country (iso2, iso3) values ('KE', 'KEN'), ('IT', 'ITA');
insert into city_registry.city (id, geonames_id, name, folded, country, feature_code, population, latitude, longitude, global_south, secondary_city)
select ('00000000-0000-8000-8000-' || lpad(to_hex(60000000 + n), 12, '0'))::uuid, 60000000 + n, 'Made-up city ' || n, 'made up city ' || n,
  case when n % 3 = 0 then 'IT' else 'KE' end, 'PPL', 1000 * n, (n % 120) - 50, (n % 300) - 150, n % 3 <> 0, n % 2 = 0
from generate_series(1, 3000) n`;

const claims = `with made as (
  select n, (array['city-engaged', 'city-engaged', 'city-engaged', 'grantee-announced', 'direct-grant', 'follow-on-own',
      'people-reached-directly', 'commitment-made', 'seat-at-forum', 'influenced-external'])[1 + n % 10] as kind,
    ('00000000-0000-8000-8000-' || lpad(to_hex(60000001 + (n * 7919) % 3000), 12, '0'))::uuid as city,
    date '2019-01-01' + (n * 104729 % 2550)::int as day
  from generate_series(1, $1::bigint) n)
insert into impact.claim (id, kind, subject_kind, subject_id, subject_name, city_id, day, day_precision, amount_minor, currency, count,
  count_unit, objective, statement, dedup_key, origin, visibility, proposed_by, proposed_as)
select gen_random_uuid(), kind, 'city', city, 'Made-up city', city, day, case when n % 9 = 0 then 'year' else 'day' end,
  case when kind in ('direct-grant', 'follow-on-own', 'influenced-external') then 1000 + n % 100000 end,
  case when kind in ('direct-grant', 'follow-on-own', 'influenced-external') then (array['USD', 'EUR', 'XOF'])[1 + n % 3] end,
  case when kind = 'people-reached-directly' then 1 + n % 500 end, case when kind = 'people-reached-directly' then 'people' end,
  1 + n % 4, 'A made-up entry for measuring', 'bench ' || n, 'proposed', 'public', gen_random_uuid(), 'staff-fund'
from made`;

const standing = `insert into impact.standing (claim_id, kind, stage, version, visibility, subject_key, subject_name, city_id, day, day_precision,
  amount_minor, currency, count, count_unit, objective, statement, dedup_key, origin, proposed_by)
select id, kind, 'verified', 2, visibility, 'city:' || subject_id, subject_name, city_id, day, day_precision, amount_minor, currency, count,
  count_unit, objective, statement, dedup_key, origin, proposed_by from impact.claim`;

const evidence = `insert into impact.claim_evidence (id, claim_id, place, title, source, address)
select gen_random_uuid(), id, 1, 'A made-up report', 'Nobody', 'https://example.org/report' from impact.claim`;

const decisions = `insert into impact.claim_decision (id, claim_id, outcome, decided_by, decided_as, leaf_index)
select gen_random_uuid(), id, 'verified', gen_random_uuid(), 'director', row_number() over () from impact.claim`;

/** Taken in turns, so that what else the machine does falls on all alike; the first tenth warms up. */
async function inTurns(addresses: readonly string[], rounds: number): Promise<number[][]> {
  const times = addresses.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, address] of addresses.entries()) {
      const began = performance.now();
      const answer = await fetch(address);
      await answer.text();
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      if (round >= rounds / 10) times[index]?.push(performance.now() - began);
    }
  }
  return times;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

if (import.meta.main) {
  const { entries, pages: measured } = await benchImpact();
  for (const { page, smallMilliseconds, largeMilliseconds, ratio } of measured) {
    console.log(
      `${page}: ${smallMilliseconds.toFixed(1)} ms over ${entries.small} entries, ${largeMilliseconds.toFixed(1)} ms over ${entries.large}: ${ratio.toFixed(2)} times`,
    );
  }
}
