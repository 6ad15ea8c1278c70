import { fork } from 'node:child_process';
import { once } from 'node:events';
import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import { Client, type ClientConfig, Pool } from 'pg';

/** One road through HTTP, beside a bare handler running the same query on the same database; medians of the rounds. */
export interface RoadMeasure {
  readonly road: string;
  readonly platformPerSecond: number;
  readonly barePerSecond: number;
  /** At least 0.7 is wanted. */
  readonly ratio: number;
}

export interface CityMeasure {
  readonly roads: readonly RoadMeasure[];
  /** One search at a time: through the platform's API, and straight to PostgreSQL over one connection. */
  readonly searchP95Milliseconds: number;
  readonly queryP95Milliseconds: number;
  /** At most 2 is wanted. */
  readonly searchRatio: number;
}

/** With this word the file runs as the yardstick, in a process of its own as the platform is. */
const bareWord = 'serve-bare-cities';

const columns =
  'c.id, c.geonames_id as "geonamesId", c.name, c.country, c.population, c.latitude, c.longitude';
const listQuery = `select ${columns} from city_registry.city c where c.country = $1 order by c.population desc, c.geonames_id limit 51`;
const searchQuery = `select ${columns} from city_registry.search($1, $2, $3) s
  join city_registry.city c on c.id = s.city_id order by s.score desc, c.geonames_id`;

const list = '/api/v1/cities?country=BR&sort=-population&limit=50';
const search = '/api/v1/cities?search=sao%20pau&limit=10';
const typed = [
  'sao pau',
  'zuri',
  'freetwon',
  'lima',
  'kampal',
  'amman',
  'bogota',
  'nairobi',
  'johanesburg',
  'dakar',
  'beir',
  'quito',
];

/**
 * @param platform the address of the running platform
 * @param database the same database, as a role that may read the cities
 */
export async function benchCities(
  platform: string,
  database: ClientConfig,
  rounds = 3,
): Promise<CityMeasure> {
  const bare = fork(import.meta.filename, [bareWord], {
    env: { ...process.env, BARE_DATABASE: JSON.stringify(database) },
  });
  try {
    const [port] = (await once(bare, 'message')) as [number];
    const roads = [
      await compare(list, platform, `http://127.0.0.1:${port}`, rounds),
      await compare(search, platform, `http://127.0.0.1:${port}`, rounds),
    ];
    const times = { http: await searchTimes(platform), query: await queryTimes(database) };
    const searchP95Milliseconds = percentile(times.http, 0.95);
    const queryP95Milliseconds = percentile(times.query, 0.95);
    return {
      roads,
      searchP95Milliseconds,
      queryP95Milliseconds,
      searchRatio: searchP95Milliseconds / queryP95Milliseconds,
    };
  } finally {
    bare.kill();
  }
}

/** Taken in turns, so that what else the machine does falls on both alike. */
async function compare(road: string, platform: string, bare: string, rounds: number): Promise<RoadMeasure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await perSecond(platform + road));
    theirs.push(await perSecond(bare + road));
  }
  const [platformPerSecond, barePerSecond] = [percentile(ours, 0.5), percentile(theirs, 0.5)];
  return { road, platformPerSecond, barePerSecond, ratio: platformPerSecond / barePerSecond };
}

async function perSecond(url: string): Promise<number> {
  await autocannon({ url, connections: 10, duration: 1 });
  const result = await autocannon({ url, connections: 10, duration: 4 });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url} failed ${result.non2xx + result.errors} times`);
  return result.requests.total / result.duration;
}

async function searchTimes(platform: string): Promise<number[]> {
  return await timesOf(async (words) => {
    const answer = await fetch(`${platform}/api/v1/cities?search=${encodeURIComponent(words)}&limit=10`);
    await answer.text();
  });
}

async function queryTimes(database: ClientConfig): Promise<number[]> {
  const client = new Client(database);
  await client.connect();
  try {
    return await timesOf(async (words) => void (await client.query(searchQuery, [words, null, 10])));
  } finally {
    await client.end();
  }
}

async function timesOf(ask: (words: string) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 60; round++) {
    for (const words of typed) {
      const began = performance.now();
      await ask(words);
      if (round >= 10) times.push(performance.now() - began);
    }
  }
  return times;
}

function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** The yardstick: Hono, a pool and the query, nothing else. */
function serveBare(database: ClientConfig): void {
  const pool = new Pool({ ...database, max: 10 });
  const app = new Hono();
  app.get('/api/v1/cities', async (c) => {
    const words = c.req.query('search');
    const { rows } = words
      ? await pool.query(searchQuery, [words, null, Number(c.req.query('limit'))])
      : await pool.query(listQuery, [c.req.query('country')]);
    return c.json({ items: rows, next: null });
  });
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port));
}

if (process.argv[2] === bareWord) serveBare(JSON.parse(process.env['BARE_DATABASE'] ?? '{}') as ClientConfig);
