import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { readEdition } from '../../edition/index.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { loadSources } from '../library/index.ts';
import { addList, type ListFile, readList } from './actions/add-list.ts';
import { loadCountries } from './actions/load-countries.ts';
import { aCity } from './builders.ts';
import { commands } from './cli.ts';
import { findCity } from './store/cities.ts';
import { classificationOf } from './store/classifications.ts';

let world: TestWorld;
const day = calendarDate('2026-11-21');

async function load() {
  const edition = await readEdition('database/edition');
  await atomically(asWorker(world), systemActor, async (tx) => {
    await loadSources(tx, edition.sources);
    await loadCountries(tx, edition, day);
  });
}

beforeAll(async () => {
  world = await testWorld();
  world.setNow(new Date('2026-11-21T12:00:00Z'));
  await load();
});
afterAll(() => world.close());

async function countries(options: Record<string, string | true> = {}, json = false): Promise<string> {
  const lines: string[] = [];
  const out = (text: string) => void lines.push(text);
  const command = commands.find(({ words }) => words.join(' ') === 'countries');
  await command?.run(
    { args: [], options, json, out, err: out, readStdin: async () => Buffer.alloc(0) },
    asWorker(world),
  );
  return lines.join('\n');
}

const heads =
  'iso2,iso3,m49,m49_region,m49_subregion,wb_income,wb_vintage,dac_recipient,dac_income_group,dac_vintage';

/** A later list of income groups: Kenya has risen. */
const later: ListFile = {
  id: 'world-bank-income-fy2027',
  scheme: 'world-bank-income',
  name: 'FY2027',
  validFrom: '2026-07-01',
  validTo: '2027-06-30',
  licence: 'CC BY 4.0',
  source: { title: 'Income groups', publisher: 'World Bank', address: 'https://example.org/fy27' },
  says: { KE: { 'income-group': 'UMC' }, XK: { 'income-group': 'UMC' } },
};

describe('mmc countries', () => {
  it('prints every value of the edition’s file, each with its list', async () => {
    const [head, ...lines] = (await countries({ csv: true })).split('\n');
    expect(head).toBe(heads);
    const file = readFileSync('database/edition/countries.csv', 'utf8').trim().split(/\r?\n/).slice(1);
    const expected = file.map((line) => {
      const [iso2, iso3, m49, region, subregion, , income, recipient, group] = line.split(',');
      return [iso2, iso3, m49, region, subregion, income, 'FY2026', recipient, group, '2026-06-15'].join(',');
    });
    expect(lines).toEqual(expected.toSorted());
    expect(lines).toHaveLength(250);
  });

  it('has Kosovo', async () => {
    expect((await countries()).split('\n').find((line) => line.startsWith('XK,'))).toBe(
      'XK,XKX,,Europe,Southern Europe,UMC,FY2026,1,UMICs,2026-06-15',
    );
  });

  it('prints the same as JSON', async () => {
    const rows = JSON.parse(await countries({}, true)) as Record<string, string | null>[];
    expect(Object.keys(rows[0] ?? {}).join(',')).toBe(heads);
    expect(rows.find(({ iso2 }) => iso2 === 'TW')).toMatchObject({
      m49: null,
      wb_income: null,
      dac_recipient: '0',
    });
  });
});

describe('a later list', () => {
  it('is added as data, counts from its first day on and leaves the days before alone', async () => {
    expect(await addList(asWorker(world), later)).toBe(2);
    const ask = async (on: string) =>
      await classificationOf(world.publicDb, 'KE', 'world-bank-income', calendarDate(on));
    expect(await ask('2026-06-30')).toMatchObject({
      values: { 'income-group': 'LMC' },
      vintage: { name: 'FY2026' },
    });
    expect(await ask('2026-07-01')).toMatchObject({
      values: { 'income-group': 'UMC' },
      vintage: { name: 'FY2027', isPast: false },
    });
    expect((await countries()).split('\n').find((line) => line.startsWith('KE,'))).toContain(',UMC,FY2027,');
    expect(
      (await countries({ 'as-at': '2026-06-30' })).split('\n').find((line) => line.startsWith('KE,')),
    ).toContain(',LMC,FY2026,');
  });

  it('survives the next start of the platform', async () => {
    await load();
    expect((await countries()).split('\n').find((line) => line.startsWith('KE,'))).toContain(',UMC,FY2027,');
  });

  it('may not come twice, name unknown countries or lack its source', async () => {
    await expect(addList(asWorker(world), later)).rejects.toThrow('city-registry:list-exists');
    const unknown = {
      ...later,
      id: 'fy28',
      name: 'FY2028',
      validFrom: '2027-07-01',
      says: { ZZ: { member: '1' } },
    };
    await expect(addList(asWorker(world), unknown)).rejects.toThrow('city-registry:unknown-country');
    expect(() => readList('{"id":"x"}')).toThrow('city-registry:bad-list');
    expect(() => readList('not json')).toThrow('city-registry:bad-list');
    expect(readList(JSON.stringify(later))).toEqual(later);
  });

  it('of regions makes the cities’ flags be reckoned again', async () => {
    const { id } = await aCity(world.databases.worker.database, {
      country: 'PT',
      name: 'Faro',
      globalSouth: true,
    });
    const moved: ListFile = {
      ...later,
      id: 'un-m49-later',
      scheme: 'un-m49',
      name: 'later',
      validFrom: '2026-11-01',
      validTo: null,
      says: { PT: { region: 'Europe', subregion: 'Southern Europe' } },
    };
    await addList(asWorker(world), moved);
    expect(await findCity(world.publicDb, id)).toMatchObject({ globalSouth: false });
  });
});
