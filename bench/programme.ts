import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { routes as programmePages } from '../src/capabilities/programme/pages/workspace/routes.tsx';
import { type Actor, anonymous } from '../src/kernel/actor.ts';
import { uuidv7 } from '../src/kernel/id.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { secretsFrom } from '../src/platform/config/secrets.ts';
import { connect } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import {
  addressAs,
  ensureDatabase,
  ensureRoles,
  type ServerAddress,
} from '../src/platform/database/roles.ts';
import { createApplication } from '../src/platform/http/application.ts';
import { signerFromSeed } from '../src/platform/public-log/index.ts';
import { workspace } from '../src/surfaces/workspace/surface.tsx';
import type { World } from '../src/world.ts';
import { fillDesk } from './desk-rows.ts';

export interface ReachMeasure {
  /** The page of whom an activity should reach, whole, over all cities. */
  readonly pageP50Milliseconds: number;
  /** Well under 300 is wanted. */
  readonly pageP95Milliseconds: number;
  /** A bare pass over the same cities on one connection: each joined with its country, the first 26 by a sum of the same flags. */
  readonly queryP95Milliseconds: number;
  /** At most 6 is wanted: the page also knows budgets, needs, invitations, languages, and draws. */
  readonly ratio: number;
}

const secrets = secretsFrom('a secret for measuring, known to all who read it');
const activityId = '00000000-0000-7000-8000-00000000beef';

/** As many cities as the gazetteer has, 5,000 of which said what they need and 20,000 asks of this month. */
export async function benchProgramme(cities = 113_000, rounds = 60): Promise<ReachMeasure> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'mmc-bench-'));
  chmodSync(directory, 0o755);
  const embedded = await startEmbedded({ directory, password: 'bench', throwAway: true });
  try {
    const server = { ...embedded.connection, database: 'programme' };
    await ensureDatabase(server);
    await ensureRoles(server, secrets);
    await migrate(addressAs('owner', server, secrets), readMigrations('database/migrations'));
    const { deskPerson } = await fillDesk(server, { cities, cases: 100, messages: 100 });
    await fillProgramme(server);
    const queryP95Milliseconds = await timeBare(server, rounds);
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
    const times = await timePage(application(world, deskPerson), rounds);
    await Promise.all([member.close(), publik.close()]);
    const pageP95Milliseconds = at(times, 0.95);
    return {
      pageP50Milliseconds: at(times, 0.5),
      pageP95Milliseconds,
      queryP95Milliseconds,
      ratio: pageP95Milliseconds / queryP95Milliseconds,
    };
  } finally {
    await embedded.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function fillProgramme(server: ServerAddress): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const statement of rows) await client.query(statement);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const five = `'{"en":"x","fr":"x","es":"x","pt":"x","ar":"x"}'`;
const some = (every: number) => `from city_registry.city where geonames_id % ${every} = 0`;
const rows = [
  `insert into city_registry.vintage (id, slug, scheme, name, valid_from, valid_from_precision)
    values ('00000000-0000-7000-8000-0000000000aa', 'bench', 'world-bank-income', 'Bench', '2020-01-01', 'day')`,
  `insert into city_registry.classification (vintage_id, country, facet, value) select '00000000-0000-7000-8000-0000000000aa', iso2, 'income-group',
    (array['LIC', 'LMC', 'UMC', 'HIC'])[1 + ascii(right(iso2, 1)) % 4] from city_registry.country`,
  `insert into city_registry.engagement (id, city_id, kind, object, record_capability, record_id, visibility)
    select gen_random_uuid(), id, 'visit', '{}', 'bench', id::text, 'staff' ${some(60)}`,
  `insert into city_record.fact (city_id, kind, item, version, value, audience, said_as, on_behalf, said_at, confirmed_at)
    select id, 'need', topic, 1, '{"urgency":"now","until":null,"detail":"x"}', 'council', 'city-focal-point', false, now(), now()
    from city_registry.city, unnest(array['housing', 'health', 'education']) topic where geonames_id % 22 = 0`,
  `insert into programme.ask (id, city_id, asked_by, record, kind, what, asked_on)
    select gen_random_uuid(), id, 'support-desk', 'case ' || n, 'question', ${five}, (now() at time zone 'UTC')::date
    from city_registry.city, generate_series(1, 5) n where geonames_id % 28 = 0`,
  `insert into programme.activity (id, kind, title, about, topics, languages, incomes, lists_on, opens_on)
    values ('${activityId}', 'training', ${five}, ${five}, array['housing', 'health'], array['en'], array['LIC', 'LMC', 'UMC'], current_date, current_date)`,
];

/** The yardstick. */
const bare = `select c.id from city_registry.city c join city_registry.country k on k.iso2 = c.country
  order by c.global_south::int + c.secondary_city::int desc, c.population desc, c.geonames_id limit 26`;

async function timeBare(server: ServerAddress, rounds: number): Promise<number> {
  const client = new Client(addressAs('member', server, secrets));
  await client.connect();
  const times: number[] = [];
  for (let n = 0; n < rounds + 3; n++) {
    const began = performance.now();
    await client.query(bare);
    times.push(performance.now() - began);
  }
  await client.end();
  return at(times.slice(3), 0.95);
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
    surfaces: [workspace(programmePages)],
    identify: async () => actor,
    logFault: (_reference, error) => console.error(error),
  });
}

async function timePage(app: Application, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < rounds + 3; n++) {
    const began = performance.now();
    const page = 1 + (n % 5);
    const response = await app.fetch(
      new Request(`http://localhost/workspace/programme/activities/${activityId}/reach?page=${page}`),
    );
    const text = await response.text();
    if (response.status !== 200 || !text.includes('City '))
      throw new Error(`page ${page}: ${response.status}`);
    times.push(performance.now() - began);
  }
  return times.slice(3);
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
