import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { confirmImport, readFileOf, undoImport } from '../../platform/imports/import-file.ts';
import { judge } from '../../platform/imports/judge.ts';
import { findBatch } from '../../platform/imports/store.ts';
import { aCity } from '../city-registry/builders.ts';
import { proposeClaim } from './actions/propose-claim.ts';
import { takeBackClaim } from './actions/take-back-claim.ts';
import { verifyClaim } from './actions/verify-claim.ts';
import { aFreshClaim } from './builders.ts';
import { claimImport as kind } from './imports.ts';

const staff = someone('staff-diplomacy');
const director = someone('director');
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  await aCity(world.databases.owner.database, { geonamesId: 1, name: 'Example city' });
});
afterAll(() => world.close());

const head = 'kind,geonames_id,subject,date,amount,currency,statement,evidence_title,evidence_address';
const proof = 'A readout,https://example.org/a';
const fileOf = (...lines: string[]) => ({
  name: 'claims.csv',
  bytes: Buffer.from(`${[head, ...lines].join('\n')}\n`),
});
async function keyOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.reason.key : error instanceof Error ? error.message : 'done';
}
const stageOf = async (id: string) =>
  (
    await world.databases.owner.database
      .selectFrom('impact.standing')
      .select('stage')
      .where('claim_id', '=', id)
      .executeTakeFirstOrThrow()
  ).stage;

describe('claims from a file', () => {
  it('are refused by the column that is wrong: kind, day, money without currency, a city nobody knows, no evidence', async () => {
    const id = await readFileOf(
      world,
      staff,
      kind,
      fileOf(
        `party,1,,2024-05,,,It came,${proof}`,
        `city-engaged,1,,2024-13,,,It came,${proof}`,
        `direct-grant,1,,2024-05,1000,,It was given money,${proof}`,
        `city-engaged,77,,2024-05,,,It came,${proof}`,
        'city-engaged,1,,2024-05,,,It came,A readout,',
      ),
    );
    const refused = await reading(world, staff, async (tx) => {
      const batch = await findBatch(tx, id);
      return batch ? (await judge(tx, kind, batch.table, batch.mapping)).refused : [];
    });
    expect(refused.map(({ number, problems }) => [number, problems[0]?.field])).toEqual([
      [2, 'kind'],
      [3, 'date'],
      [4, 'currency'],
      [5, 'geonames_id'],
      [6, 'evidence_address'],
    ]);
  });

  it('wait for a second person, come out again as they went in, and are taken back when undone', async () => {
    const line = `direct-grant,1,,2024-05,1250000.50,USD,It was given money.,${proof}`;
    const id = await readFileOf(world, staff, kind, fileOf(line));
    await confirmImport(world, staff, kind, { id, expected: 1 });
    const listed = await reading(world, staff, (tx) => kind.list(tx));
    expect(
      listed.map((row) =>
        head
          .split(',')
          .map((column) => row[column] ?? '')
          .join(','),
      ),
    ).toEqual([line]);
    await undoImport(world, staff, kind, id);
    expect(await reading(world, staff, (tx) => kind.list(tx))).toEqual([]);
  });

  it('stay when one of them was decided on since', async () => {
    const id = await readFileOf(world, staff, kind, fileOf(`city-engaged,1,,2019-03,,,It came.,${proof}`));
    await confirmImport(world, staff, kind, { id, expected: 1 });
    const claim = await world.databases.owner.database
      .selectFrom('impact.standing')
      .select('claim_id')
      .where('statement', '=', 'It came.')
      .executeTakeFirstOrThrow();
    await verifyClaim(world, director, { claimId: claim.claim_id, version: 1 });
    expect(await keyOf(undoImport(world, staff, kind, id))).toBe('impact:import-decided');
    expect(await stageOf(claim.claim_id)).toBe('verified');
  });
});

describe('a proposal', () => {
  it('is taken back by its proposer until somebody decides, and may then be told again', async () => {
    const claim = aFreshClaim();
    const id = await proposeClaim(world, staff, claim);
    await takeBackClaim(world, staff, { claimId: id, version: 1 });
    expect(await stageOf(id)).toBe('refused');
    expect(await keyOf(verifyClaim(world, director, { claimId: id, version: 2 }))).toBe(
      'impact:already-decided',
    );
    expect(await keyOf(proposeClaim(world, director, claim))).toBe('done');
  });

  it('is taken back by nobody else, even where the program is wrong', async () => {
    const id = await proposeClaim(world, staff, aFreshClaim());
    expect(await keyOf(takeBackClaim(world, director, { claimId: id, version: 1 }))).toBe(
      'impact:not-its-proposer',
    );
    const forced = atomically(world, director, (tx) =>
      tx
        .insertInto('impact.claim_decision')
        .values({
          id: world.newId(),
          claim_id: id,
          outcome: 'taken-back',
          decided_by: director.personId,
          decided_as: 'director',
        })
        .execute(),
    );
    await expect(forced).rejects.toMatchObject({ constraint: 'decided_by_a_second_person' });
  });
});
