import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEdition } from '../../edition/index.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import type { CommandLine } from '../../platform/command-line/command.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { loadSources } from '../library/index.ts';
import { commands } from './cli.ts';
import { loadCountries, loadGazetteer, searchCities } from './index.ts';

const folder = 'database/gazetteer';
const steps: number[] = [];
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  const edition = await readEdition('database/edition');
  await atomically(asWorker(world), systemActor, async (tx) => {
    await loadSources(tx, edition.sources);
    await loadCountries(tx, edition, calendarDate('2026-11-21'));
  });
  await loadGazetteer(world.databases.owner.database, folder, (done, total) => steps.push(done / total));
}, 120_000);
afterAll(() => world.close());

/** What people type, and the GeoNames number of the city they mean. */
const typed = `
  # As it is written, with accents, and as keyboards without them write it.
  São Paulo = 3448439 | sao paulo = 3448439 | sao pau = 3448439 | Zürich = 2657896 | zurich = 2657896
  zuri = 2657896 | Bogotá = 3688689 | bogota = 3688689 | Medellín = 3674962 | medellin = 3674962
  MONTREAL = 6077243 | Reykjavík = 3413829 | Łódź = 3093133 | lodz = 3093133 | Malmö = 2692969
  Yaoundé = 2220957 | yaounde = 2220957 | Abidjan = 2293538 | Brasília = 3469058 | Asunción = 3439389
  N’Djamena = 2427123 | ndjamena = 2427123 | Sana'a = 71137 | sanaa = 71137 | Port au Prince = 3718426
  port-au-prince = 3718426 | st louis = 4407066 | Saint Louis = 4407066 | Freetown = 2409306
  Lima = 3936456 | Kampala = 232422 | Arua = 235039 | Mzuzu = 925475 | Nairobi = 184745 | amman = 250441
  # Other scripts and other languages.
  القاهرة = 360630 | بيروت = 276781 | عمان = 250441 | 北京 = 1816670 | 東京 = 1850147 | Москва = 524901
  Αθήνα = 264371 | תל אביב = 293397 | 서울 = 1835848 | München = 2867714 | Munich = 2867714
  Le Caire = 360630 | El Cairo = 360630 | Londres = 2643743 | Pékin = 1816670 | Al Quds = 281184
  Athènes = 264371 | Genève = 2660646 | Ginebra = 2660646 | Pequim = 1816670
  # Present and former names.
  Nur-Sultan = 1526273 | Astana = 1526273 | Bombay = 1275339 | Mumbai = 1275339 | Gqeberha = 964420
  Port Elizabeth = 964420 | Kyiv = 703448 | Kiev = 703448 | Calcutta = 1275004 | Rangoon = 1298824
  # One typo: two letters changed about, one wrong, one missing, one too many.
  freetwon = 2409306 | Kinshassa = 2314302 | Nairboi = 184745 | Johanesburg = 993800 | Kampla = 232422
  Lagso = 2332459 | Lmia = 3936456 | Bogtoa = 3688689 | Zuirch = 2657896 | sao pualo = 3448439
  Berit = 276781 | Ammann = 250441 | Addis Abeba = 344979 | Dhakka = 1185241 | Barcelone = 3128760
  Quitto = 3652462 | Medelin = 3674962 | Barranquila = 3689147 | Montevido = 3441575 | Athen = 264371
  # The beginning, as one types.
  addis ab = 344979 | rio de jan = 3451190 | buenos ai = 3435910 | johann = 993800 | dar es = 160263
`
  .replaceAll(/#.*/g, '')
  .split(/[|\n]/)
  .filter((pair) => pair.includes('='))
  .map((pair) => pair.split('=').map((part) => part.trim()) as [typed: string, geonamesId: string]);

describe('the search over the whole gazetteer', () => {
  it('is tried with many spellings', () => expect(typed).toHaveLength(90));

  it.each(typed)('finds the city meant by %s first', async (words, geonamesId) => {
    const found = await searchCities(world.publicDb, { words, limit: 5 });
    expect(found[0]?.geonamesId, found.map(({ name, country }) => `${name} ${country}`).join(', ')).toBe(
      Number(geonamesId),
    );
  });

  it('forgives a typo in the name of a small town', async () => {
    const found = await searchCities(world.publicDb, { words: 'Kailahunn' });
    expect(found[0]?.name).toBe('Kailahun');
  });

  it('keeps to a country when asked', async () => {
    const found = await searchCities(world.publicDb, { words: 'paris', country: 'US' });
    expect(new Set(found.map(({ country }) => country))).toEqual(new Set(['US']));
    expect(found[0]?.name).toBe('Paris');
  });

  it('finds places in Kosovo', async () => {
    const found = await searchCities(world.publicDb, { words: 'Prishtina' });
    expect(found[0]?.country).toBe('XK');
  });

  it.each(['', '  ', '-', 'xqzwv'])('finds nothing for %j, without a fault', async (words) => {
    expect(await searchCities(world.publicDb, { words })).toEqual([]);
  });
});

describe('the gazetteer', () => {
  it('is loaded whole, with its progress told in small steps to the end', async () => {
    const { count } = await one('select count(*)::int as count from city_registry.city');
    expect(count).toBe(135_233);
    expect(steps.at(-1)).toBe(1);
    expect(steps.length).toBeGreaterThan(20);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('is not loaded again at the next start', async () => {
    const began = performance.now();
    expect(await loadGazetteer(world.databases.owner.database, folder, () => expect.unreachable())).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('has all its indexes back', async () => {
    const { count } = await one(
      `select count(*)::int as count from pg_indexes where schemaname = 'city_registry' and tablename in ('city', 'city_name')`,
    );
    expect(count).toBe(10);
    const { broken } = await one(
      `select count(*)::int as broken from pg_constraint where contype = 'f' and conrelid in ('city_registry.city'::regclass, 'city_registry.city_name'::regclass)`,
    );
    expect(broken).toBe(2);
  });

  it('counts its sorts of cities as they are', async () => {
    const { same } =
      await one(`select (select jsonb_agg(t order by t.country, t.population_band, t.global_south, t.secondary_city) from city_registry.city_tally t)
      = (select jsonb_agg(t order by t.country, t.population_band, t.global_south, t.secondary_city) from (select country, population_band, global_south,
        secondary_city, count(*)::int as cities from city_registry.city group by 1, 2, 3, 4) t) as same`);
    expect(same).toBe(true);
  });

  it('knows the Global South and secondary cities by the definitions in force', async () => {
    const [arua] = await searchCities(world.publicDb, { words: 'Arua', country: 'UG' });
    const [berlin] = await searchCities(world.publicDb, { words: 'Berlin', country: 'DE' });
    const [kampala] = await searchCities(world.publicDb, { words: 'Kampala' });
    expect(arua).toMatchObject({ globalSouth: true, secondaryCity: true });
    expect(berlin).toMatchObject({ globalSouth: false, secondaryCity: false });
    expect(kampala).toMatchObject({ globalSouth: true, secondaryCity: false, isCapital: true });
  });
});

describe('mmc cities resolve', () => {
  it.each([
    ['São Paulo', [], 3448439],
    ['paris', [], 2988507],
    ['القاهرة', [], 360630],
    ['Astana', [], 1526273],
    ['San Jose', ['--country', 'CR'], 3621849],
  ] as const)('gives one answer for %s %j', async (name, options, geonamesId) => {
    const { code, out } = await run('cities resolve', [name], options[1] ? { country: options[1] } : {});
    expect(JSON.parse(out)).toEqual({ geonamesId });
    expect(code).toBe(0);
  });

  it.each(['Birmingham', 'Springfield', 'San Jose'])('gives the candidates for %s', async (name) => {
    const { code, out } = await run('cities resolve', [name]);
    const { candidates } = JSON.parse(out) as { candidates: { geonamesId: number; country: string }[] };
    expect(candidates.length).toBeGreaterThan(1);
    expect(code).toBe(4);
  });

  it('offers what was likely meant by a typo, but does not decide', async () => {
    const { code, out } = await run('cities resolve', ['Freetwon']);
    expect(JSON.parse(out).candidates[0]).toMatchObject({ geonamesId: 2409306 });
    expect(code).toBe(4);
  });

  it('finds none for a name nobody bears', async () => {
    expect(await run('cities resolve', ['Xqzwv'])).toEqual({ code: 4, out: '{"candidates":[]}' });
  });

  it('refuses a country that does not exist', async () => {
    await expect(run('cities resolve', ['Paris'], { country: 'ZZ' })).rejects.toThrow(
      'city-registry:unknown-country',
    );
  });
});

async function one(text: string): Promise<Record<string, unknown>> {
  const { rows } = await world.databases.owner.pool.query<Record<string, unknown>>(text);
  return rows[0] ?? {};
}

async function run(words: string, args: readonly string[], options: CommandLine['options'] = {}) {
  const command = commands.find((known) => known.words.join(' ') === words);
  const lines: string[] = [];
  const line: CommandLine = {
    args,
    options,
    json: true,
    out: (text) => void lines.push(text),
    err: () => undefined,
    readStdin: async () => Buffer.alloc(0),
  };
  const code = await command?.run(line, asWorker(world));
  return { code, out: lines.join('\n') };
}
