import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EditionFault, type EditionProblem, readEdition } from './read-edition.ts';

const committed = join(import.meta.dirname, '../../database/edition');
const copies: string[] = [];

afterEach(async () => {
  await Promise.all(copies.splice(0).map((folder) => rm(folder, { recursive: true })));
});

type Row = Record<string, unknown>;

/** What reading says of a copy in which one record of one file was spoilt. */
async function faultsAfter(
  file: string,
  record: string,
  spoil: (row: Row, rows: Row[]) => void,
): Promise<readonly EditionProblem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'edition-'));
  copies.push(folder);
  await cp(committed, folder, { recursive: true });
  const rows = JSON.parse(await readFile(join(folder, file), 'utf8')) as Row[];
  const row = rows.find((candidate) => candidate['id'] === record);
  if (!row) throw new Error(`no ${record} in ${file}`);
  spoil(row, rows);
  await writeFile(join(folder, file), JSON.stringify(rows));
  return faultsIn(folder);
}

async function faultsIn(folder: string): Promise<readonly EditionProblem[]> {
  try {
    await readEdition(folder);
    return [];
  } catch (fault) {
    if (fault instanceof EditionFault) return fault.problems;
    throw fault;
  }
}

describe('an edition', () => {
  it('is read whole when nothing is wrong with it', async () => {
    const edition = await readEdition(committed);
    expect(edition.seats.length).toBeGreaterThan(40);
    expect(edition.countries).toHaveLength(250);
  });

  it('names the file, the record and the language of a missing translation', async () => {
    const faults = await faultsAfter('bodies.json', 'leadership-board', (row) => {
      delete (row['name'] as Row)['ar'];
    });
    expect(faults).toMatchObject([{ file: 'bodies.json', record: 'leadership-board', field: 'name.ar' }]);
  });

  it('takes no date that does not exist', async () => {
    const faults = await faultsAfter('grants.json', 'arua-inclusive-climate-action', (row) => {
      row['announced'] = '2022-02-30';
    });
    expect(faults).toMatchObject([{ record: 'arua-inclusive-climate-action', field: 'announced' }]);
  });

  it('takes no published figure without a source', async () => {
    const faults = await faultsAfter('published-figures.json', 'partners-2022', (row) => {
      row['sources'] = [];
    });
    expect(faults).toMatchObject([
      { file: 'published-figures.json', record: 'partners-2022', field: 'sources' },
    ]);
  });

  it('takes no date of a seat without its certainty', async () => {
    const faults = await faultsAfter('seats.json', 'leadership-board-bristol-marvin-rees', (row) => {
      row['toCertainty'] = null;
    });
    expect(faults).toMatchObject([{ record: 'leadership-board-bristol-marvin-rees', field: 'from' }]);
  });

  it('takes no amount that is not whole minor units', async () => {
    const faults = await faultsAfter('commitments-of-donors.json', 'osf-2021', (row) => {
      row['amountMinor'] = '1000000.00';
    });
    expect(faults).toMatchObject([{ record: 'osf-2021', field: 'amountMinor' }]);
  });

  it('says which reference leads nowhere', async () => {
    const faults = await faultsAfter('seats.json', 'leadership-board-bristol-marvin-rees', (row) => {
      row['city'] = 'atlantis';
    });
    expect(faults).toEqual([
      {
        file: 'seats.json',
        record: 'leadership-board-bristol-marvin-rees',
        field: 'city',
        problem: 'no cities with the id atlantis',
      },
    ]);
  });

  it('takes no id twice', async () => {
    const faults = await faultsAfter('cities.json', 'freetown', (row, rows) => rows.push({ ...row }));
    expect(faults).toMatchObject([{ file: 'cities.json', record: 'freetown', field: 'id' }]);
  });

  it('takes no field that the schema does not know', async () => {
    const faults = await faultsAfter('persons.json', 'corine-mauch', (row) => {
      row['birthday'] = '1960';
    });
    expect(faults).toMatchObject([{ file: 'persons.json', record: 'corine-mauch' }]);
  });

  it('shows all faults at once', async () => {
    const faults = await faultsAfter('cities.json', 'freetown', (row) => {
      row['geonamesId'] = 'Freetown';
      row['country'] = 'Sierra Leone';
    });
    expect(faults.map((fault) => fault.field).toSorted()).toEqual(['country', 'geonamesId']);
  });

  it('names the country whose line has a cell too many', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'edition-'));
    copies.push(folder);
    await cp(committed, folder, { recursive: true });
    const csv = await readFile(join(folder, 'countries.csv'), 'utf8');
    await writeFile(
      join(folder, 'countries.csv'),
      csv.replace(/^UY,.*$/m, (line) => `${line},1`),
    );
    expect(await faultsIn(folder)).toMatchObject([{ file: 'countries.csv', record: 'UY' }]);
  });
});
