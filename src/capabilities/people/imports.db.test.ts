import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { reading } from '../../platform/database/atomically.ts';
import { confirmImport, mapColumns, readFileOf, undoImport } from '../../platform/imports/import-file.ts';
import { judge } from '../../platform/imports/judge.ts';
import { findBatch, listBatches } from '../../platform/imports/store.ts';
import { organisationImport } from './imports.ts';

const file = (text: string) => ({ name: 'partners.csv', bytes: Buffer.from(text) });
const kind = organisationImport;

describe('organisations from a file', () => {
  let world: TestWorld;
  const director = someone('director');
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const names = async () =>
    (await reading(world, director, (tx) => kind.list(tx)))
      .map((row) => String(row['name']))
      .toSorted((a, b) => a.localeCompare(b, 'en'));
  const judged = (id: string) =>
    reading(world, director, async (tx) => {
      const batch = await findBatch(tx, id);
      return batch ? await judge(tx, kind, batch.table, batch.mapping) : undefined;
    });
  const refusalOf = async (work: Promise<unknown>) => {
    try {
      await work;
      return 'nothing';
    } catch (error) {
      if (error instanceof Refusal) return error.reason.key;
      throw error;
    }
  };

  it('names row and column of everything that would be refused, and adds nothing yet', async () => {
    const id = await readFileOf(
      world,
      director,
      kind,
      file(
        'Nom,Type,Pays,Website\nNetwork A,city-network,KE,\n,city-network,KE,\nTrust B,shop,X1,ftp://x\nNetwork A,foundation,,\n',
      ),
    );
    const result = await judged(id);
    expect(result?.good).toMatchObject([{ number: 2, row: { name: 'Network A' } }]);
    expect(
      result?.refused.map(({ number, problems }) => [number, problems.map(({ field }) => field).toSorted()]),
    ).toEqual([
      [3, ['name']],
      [4, ['address', 'country', 'kind']],
      [5, ['name']],
    ]);
    expect(await names()).toEqual([]);
  });

  it('says which needed column is missing until it is matched', async () => {
    const id = await readFileOf(world, director, kind, file('Who,What\nNetwork M,city-network\n'));
    expect((await judged(id))?.missing).toEqual(['name', 'kind']);
    await mapColumns(world, director, kind, id, { name: 0, kind: 1 });
    expect((await judged(id))?.good).toHaveLength(1);
  });

  it('adds all good rows at once, and takes them back at once', async () => {
    const id = await readFileOf(
      world,
      director,
      kind,
      file('name,kind\nNetwork C,city-network\nTrust D,foundation\n,foundation\n'),
    );
    await confirmImport(world, director, kind, { id, expected: 2 });
    expect(await names()).toEqual(['Network C', 'Trust D']);
    expect(await refusalOf(confirmImport(world, director, kind, { id, expected: 2 }))).toBe(
      'imports:confirmed-before',
    );
    await undoImport(world, director, kind, id);
    expect(await names()).toEqual([]);
    expect(await refusalOf(undoImport(world, director, kind, id))).toBe('imports:not-confirmed');
    const [line] = await reading(world, director, (tx) => listBatches(tx, 1));
    expect(line).toMatchObject({ stage: 'undone', rows: 3, records: 2 });
  });

  it('adds nothing when the rows are no longer those the person saw', async () => {
    const first = await readFileOf(
      world,
      director,
      kind,
      file('name,kind\nNetwork E,city-network\nNetwork F,city-network\n'),
    );
    const second = await readFileOf(world, director, kind, file('name,kind\nNetwork F,city-network\n'));
    await confirmImport(world, director, kind, { id: second, expected: 1 });
    expect(await refusalOf(confirmImport(world, director, kind, { id: first, expected: 2 }))).toBe(
      'platform:changed-meanwhile',
    );
    expect(await names()).toEqual(['Network F']);
    await undoImport(world, director, kind, second);
  });

  it('does one confirmation once, however often the button is pressed', async () => {
    const id = await readFileOf(world, director, kind, file('name,kind\nNetwork G,city-network\n'));
    const once = { key: 'import-press-1', route: '/x', bodyHash: 'a' };
    const presses = await Promise.all(
      [1, 2, 3].map(() => confirmImport(world, director, kind, { id, expected: 1 }, once)),
    );
    expect(presses).toEqual([id, id, id]);
    expect(await names()).toEqual(['Network G']);
    await undoImport(world, director, kind, id);
  });

  it('stays when a row of it is used by now', async () => {
    const id = await readFileOf(
      world,
      director,
      kind,
      file('name,kind\nNetwork H,city-network\nNetwork I,city-network\n'),
    );
    await confirmImport(world, director, kind, { id, expected: 2 });
    await world.databases.owner.database
      .updateTable('people.organisation')
      .set({ version: 2 })
      .where('slug', '=', 'network-h')
      .execute();
    expect(await refusalOf(undoImport(world, director, kind, id))).toBe('people:import-in-use');
    expect(await names()).toEqual(['Network H', 'Network I']);
  });

  it('is for the secretariat only, behind both walls', async () => {
    const partner = someone('partner');
    expect(await refusalOf(readFileOf(world, partner, kind, file('name,kind\nX,foundation\n')))).toBe(
      'platform:permission-missing',
    );
    expect(await reading(world, partner, (tx) => listBatches(tx, 10))).toEqual([]);
  });
});
