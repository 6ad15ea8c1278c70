import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { confirmImport, readFileOf, undoImport } from '../../platform/imports/import-file.ts';
import { judge } from '../../platform/imports/judge.ts';
import { findBatch } from '../../platform/imports/store.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson } from '../people/builders.ts';
import { aFact } from './builders.ts';
import { factImport as kind } from './imports.ts';

const world = await testWorld();
const worker = asWorker(world);
const head = 'geonames_id,fact,value,source,source_address,date,audience';
let city: Awaited<ReturnType<typeof aCity>>;
let staff: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  city = await aCity(worker.db, { name: 'Example city', population: 100_000 });
  staff = someone('staff-support', { personId: await aPerson(worker) });
});

const listed = () => reading(world, staff, (tx) => kind.list(tx));
const batch = (lines: readonly string[]) =>
  readFileOf(world, staff, kind, { name: 'f.csv', bytes: Buffer.from(`${[head, ...lines].join('\n')}\n`) });

describe('facts of cities from a file', () => {
  it('refuses each wrong line at its column', async () => {
    const id = city.geonamesId;
    await atomically(worker, systemActor, (tx) => aFact(tx, worker, { cityId: city.id, item: 'displaced' }));
    const wrong = [
      '1,time-zone,UTC,Letter,,,',
      `${id},weather,Sunny,Letter,,,`,
      `${id},contact-point,Office,Letter,,,`,
      `${id},population.refugees,-3; census,Letter,,2025-01-01,`,
      `${id},population.refugees,3; census,,,2025-01-01,`,
      `${id},population.refugees,3; census,Letter,,2099-01-01,`,
      `${id},population.migrants,900000; census,Letter,,2025-01-01,`,
      `${id},population.displaced,5; census,Letter,,2025-01-01,`,
      `${id},working-languages,"en, klingon",Letter,,,`,
      `${id},mandate.housing,own,Letter,,,city`,
    ];
    const batchId = await batch(wrong);
    const refused = await reading(world, staff, async (tx) => {
      const found = await findBatch(tx, batchId);
      return found ? (await judge(tx, kind, found.table, found.mapping)).refused : [];
    });
    expect(refused.map(({ problems }) => problems.map(({ field }) => field))).toEqual([
      ['geonames_id'],
      ['fact'],
      ['fact'],
      ['value'],
      ['source'],
      ['date'],
      ['value'],
      ['fact'],
      ['value'],
      ['audience'],
    ]);
  });

  it('come out again as they went in, and are withdrawn when undone', async () => {
    const before = (await listed()).length;
    const lines = [
      `${city.geonamesId},population.refugees,3000; census; adults only,Census 2024,https://example.org/c,2024-12-31,public`,
      `${city.geonamesId},need.housing,now; 2031-01-01; Homes; many of them,Letter of the mayor,,,council`,
      `${city.geonamesId},network,Réseau des villes,Letter of the mayor,,,network`,
    ];
    const id = await batch(lines);
    await confirmImport(world, staff, kind, { id, expected: 3 });
    const now = (await listed()).map((row) =>
      head
        .split(',')
        .map((column) => row[column] ?? '')
        .join(','),
    );
    expect(now).toEqual(expect.arrayContaining([lines[0], lines[1]]));
    expect(now.some((line) => line.includes('network.reseau-des-villes,Réseau des villes'))).toBe(true);
    await undoImport(world, staff, kind, id);
    expect(await listed()).toHaveLength(before);
  });

  it('once undone, tell again what stood before', async () => {
    const line = (n: number) => `${city.geonamesId},population.refugees,${n}; census,Census,,2024-12-31,`;
    await confirmImport(world, staff, kind, { id: await batch([line(10)]), expected: 1 });
    const second = await batch([line(20)]);
    await confirmImport(world, staff, kind, { id: second, expected: 1 });
    await undoImport(world, staff, kind, second);
    expect((await listed()).find(({ fact }) => fact === 'population.refugees')?.['value']).toBe('10; census');
  });
});
