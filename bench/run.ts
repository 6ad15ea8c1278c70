import os from 'node:os';
import autocannon from 'autocannon';
import { openSecrets } from '../src/platform/config/secrets.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { addressAs } from '../src/platform/database/roles.ts';
import { serverAddress } from '../src/platform/database/location.ts';
import { startPlatform } from '../tests/support/running-platform.ts';
import { benchCities } from './cities.ts';
import { benchDesk } from './desk.ts';
import { benchImpact } from './impact.ts';
import { benchMatching } from './matching.ts';
import { benchProgramme } from './programme.ts';
import { measureStart } from './start.ts';
import { weighPages } from './weight.ts';

/** `npm run bench`: speed and size, each beside what the issue asks. Measures only; nothing here can fail a test. */
const rows: { what: string; measured: string; wanted: string; reached: boolean }[] = [];
const note = (what: string, measured: number, wanted: number, sense: 'at least' | 'at most', unit = '') =>
  rows.push({
    what,
    measured: `${measured.toFixed(2)}${unit}`,
    wanted: `${sense} ${wanted}${unit}`,
    reached: sense === 'at least' ? measured >= wanted : measured <= wanted,
  });

console.log('Starting twice on an empty folder …');
const load = (address: string) =>
  autocannon({
    url: `${address}/api/v1/cities?search=sao%20pau&limit=10`,
    connections: 10,
    duration: 10,
  }).then(() => undefined);
const start = await measureStart(load);
note('first start', start.firstStartSeconds, 60, 'at most', ' s');
note('next start', start.nextStartSeconds, 5, 'at most', ' s');
note('memory of web and worker at rest', start.restMegabytes, 300, 'at most', ' MB');
note('memory of web and worker after 10 s of load', start.loadedMegabytes, 300, 'at most', ' MB');

console.log('Weighing pages and racing a bare handler …');
const platform = await startPlatform();
try {
  for (const page of await weighPages(platform.address, ['/', '/impact', '/cities', '/fund', '/ar/'])) {
    note(`${page.path}: HTML over the wire`, page.htmlBytes / 1024, 14, 'at most', ' KB');
    note(`${page.path}: everything over the wire`, page.totalBytes / 1024, 30, 'at most', ' KB');
    note(`${page.path}: requests`, page.requests, 3, 'at most');
  }
  const config = readConfig({ DATA_DIR: platform.dataDir });
  const secrets = openSecrets(config);
  const cities = await benchCities(
    platform.address,
    addressAs('public', serverAddress(config, secrets), secrets),
  );
  for (const road of cities.roads)
    note(`${road.road}: requests/s beside a bare handler`, road.ratio, 0.7, 'at least');
  note('search p95 beside the query’s own time', cities.searchRatio, 2, 'at most');
} finally {
  await platform.stop();
}

console.log('Filling ledgers of 1,000 and 1,000,000 entries …');
for (const page of (await benchImpact()).pages)
  note(`${page.page}: 1,000,000 entries beside 1,000`, page.ratio, 3, 'at most');

console.log(`Filling a desk of 10,000 cases, 100,000 messages and 5,000 cities (load ${loadNow()}) …`);
for (const { page, p95Milliseconds, failed } of await benchDesk()) {
  note(`${page}: p95 at 20 requests a second`, p95Milliseconds, 300, 'at most', ' ms');
  if (failed > 0) note(`${page}: answers that failed`, failed, 0, 'at most');
}

console.log(`Ranking all cities for an activity (load ${loadNow()}) …`);
const reach = await benchProgramme();
note(
  'whom an activity should reach, over 113,000 cities: p95',
  reach.pageP95Milliseconds,
  300,
  'at most',
  ' ms',
);
note('whom an activity should reach: p95 beside a bare pass over the cities', reach.ratio, 6, 'at most');

console.log(`Matching rounds (load ${loadNow()}) …`);
for (const { shape, cities, topics, seed, seconds, gapPercent } of await benchMatching()) {
  const what = `${shape} of ${cities} cities over ${topics} topics, seed ${seed}`;
  if (cities === 500) note(`${what}: computing`, seconds, 10, 'at most', ' s');
  note(`${what}: gap to the bound`, gapPercent, 1, 'at most', ' %');
}

console.log('');
const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, measured, wanted, reached } of rows) {
  console.log(`${reached ? '  ' : '! '}${what.padEnd(width)}  ${measured.padStart(12)}   wanted ${wanted}`);
}

/** The machine's own work meanwhile: figures taken under load are worth less. */
function loadNow(): string {
  return os.loadavg()[0]?.toFixed(1) ?? '';
}
