import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { reading } from '../../platform/database/atomically.ts';
import { confirmImport, readFileOf, undoImport } from '../../platform/imports/import-file.ts';
import { judge } from '../../platform/imports/judge.ts';
import { findBatch } from '../../platform/imports/store.ts';
import { aCity } from './builders.ts';
import { engagementImport as kind } from './imports.ts';

const head = 'geonames_id,kind,object,date,source_title,source_publisher,source_address';

describe('engagements from a file', () => {
  let world: TestWorld;
  let city: Awaited<ReturnType<typeof aCity>>;
  const staff = someone('staff-diplomacy');
  beforeAll(async () => {
    world = await testWorld();
    city = await aCity(world.databases.worker.database, { name: 'Example city' });
  });
  afterAll(() => world.close());
  const listed = () => reading(world, staff, (tx) => kind.list(tx));

  it('refuses a city nobody knows, a kind and a day that do not exist, each in its column', async () => {
    const source = 'A readout,Example office,https://example.org/a';
    const text = `${head}\n1,visit,Hearing,2024-05,${source}\n${city.geonamesId},party,Hearing,2024-13,${source}\n`;
    const id = await readFileOf(world, staff, kind, { name: 'e.csv', bytes: Buffer.from(text) });
    const refused = await reading(world, staff, async (tx) => {
      const batch = await findBatch(tx, id);
      return batch ? (await judge(tx, kind, batch.table, batch.mapping)).refused : [];
    });
    expect(refused.map(({ number, problems }) => [number, problems.map(({ field }) => field)])).toEqual([
      [2, ['geonames_id']],
      [3, ['kind', 'date']],
    ]);
  });

  it('comes out again as it went in, and is withdrawn when undone', async () => {
    const line = `${city.geonamesId},visit,Hearing of cities,2024-05,A readout,Example office,https://example.org/a`;
    const id = await readFileOf(world, staff, kind, {
      name: 'e.csv',
      bytes: Buffer.from(`${head}\n${line}\n`),
    });
    await confirmImport(world, staff, kind, { id, expected: 1 });
    expect(
      (await listed()).map((row) =>
        head
          .split(',')
          .map((column) => row[column])
          .join(','),
      ),
    ).toEqual([line]);
    await undoImport(world, staff, kind, id);
    expect(await listed()).toEqual([]);
  });
});
