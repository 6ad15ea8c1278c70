import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { Refusal, Stale } from '../../kernel/refusal.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { aCity } from '../city-registry/builders.ts';
import { proposeClaim } from './actions/propose-claim.ts';
import { refuseClaim } from './actions/refuse-claim.ts';
import { verifyClaim } from './actions/verify-claim.ts';
import { aFreshClaim, aGrant, aVerifiedClaim } from './builders.ts';
import type { NewClaim } from './rules/entry.ts';

const staff = someone('staff-diplomacy');
const director = someone('director');
const finance = someone('finance');
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  for (const n of [1, 2]) await aCity(world.databases.owner.database, { geonamesId: n });
});
afterAll(() => world.close());

async function keyOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.reason.key;
    throw error;
  }
}
const asOwner = () => world.databases.owner.database;
const standing = async (id: string) =>
  await asOwner()
    .selectFrom('impact.standing')
    .selectAll()
    .where('claim_id', '=', id)
    .executeTakeFirstOrThrow();
const verified = (claim = aFreshClaim(), by = director) => aVerifiedClaim(world, [staff, by], claim);

describe('a claim', () => {
  it('waits after it was proposed, counts when a second person has verified it, and is a leaf of the log', async () => {
    const id = await proposeClaim(world, staff, aFreshClaim());
    expect(await standing(id)).toMatchObject({ stage: 'proposed', version: 1, counted: false });
    const { leafIndex } = await verifyClaim(world, director, { claimId: id, version: 1 });
    expect(await standing(id)).toMatchObject({ stage: 'verified', version: 2, counted: true });
    const leaf = await asOwner()
      .selectFrom('public_log.leaf')
      .select(['kind', 'body'])
      .where('index', '=', BigInt(leafIndex))
      .executeTakeFirstOrThrow();
    expect(leaf.kind).toBe('claim-verified');
    expect(leaf.body.toString()).toContain(id);
    expect(leaf.body.toString()).not.toContain(director.name);
  });

  it('may not be verified by its proposer', async () => {
    const own = someone('director');
    const id = await proposeClaim(world, own, aFreshClaim());
    expect(await keyOf(verifyClaim(world, own, { claimId: id, version: 1 }))).toBe(
      'impact:verifier-is-proposer',
    );
    expect(await standing(id)).toMatchObject({ stage: 'proposed' });
  });

  it('may not be verified by its proposer even where the program is wrong: the database refuses', async () => {
    const id = await proposeClaim(world, staff, aFreshClaim());
    const forced = atomically(world, staff, (tx) =>
      tx
        .insertInto('impact.claim_decision')
        .values({
          id: world.newId(),
          claim_id: id,
          outcome: 'verified',
          decided_by: staff.personId,
          decided_as: 'director',
          leaf_index: 0n,
        })
        .execute(),
    );
    await expect(forced).rejects.toThrow(/proposer may not decide/);
  });

  it('of money is verified by finance or the director only', async () => {
    const id = await proposeClaim(world, staff, aGrant(20_000_000n));
    expect(await keyOf(verifyClaim(world, someone('staff-fund'), { claimId: id, version: 1 }))).toBe(
      'impact:money-verifier-role',
    );
    expect(await keyOf(verifyClaim(world, finance, { claimId: id, version: 1 }))).toBe('done');
  });

  it('is refused with a reason, counts nowhere, and may be proposed again with better evidence', async () => {
    const claim = aFreshClaim();
    const id = await proposeClaim(world, staff, claim);
    await refuseClaim(world, director, { claimId: id, version: 1, reason: 'The list names another city.' });
    expect(await standing(id)).toMatchObject({ stage: 'refused', counted: false });
    expect(await keyOf(verifyClaim(world, director, { claimId: id, version: 2 }))).toBe(
      'impact:already-decided',
    );
    expect(await keyOf(proposeClaim(world, staff, claim))).toBe('done');
  });

  it('told twice is refused with a way to the first', async () => {
    const claim = aFreshClaim();
    const first = await proposeClaim(world, staff, claim);
    const again = proposeClaim(world, director, { ...claim, statement: 'In other words.' });
    await expect(again).rejects.toMatchObject({ reason: { key: 'impact:duplicate', values: { first } } });
  });

  it('told twice at the same moment is one claim', async () => {
    const claim = aFreshClaim();
    const said = await Promise.all([
      keyOf(proposeClaim(world, staff, claim)),
      keyOf(proposeClaim(world, director, claim)),
    ]);
    expect(said.toSorted()).toEqual(['done', 'impact:duplicate']);
  });

  it('sent twice with one press is proposed once', async () => {
    const once = { key: 'a-key-of-a-form', route: '/x', bodyHash: 'h' };
    const claim = aFreshClaim();
    const first = await proposeClaim(world, staff, claim, once);
    expect(await proposeClaim(world, staff, claim, once)).toBe(first);
  });

  it.each([
    ['a future date', { on: { date: calendarDate('2199-01-01'), precision: 'day' } }, 'impact:future-date'],
    ['no evidence', { evidence: [] }, 'impact:evidence-needed'],
    [
      'an amount and a count',
      {
        kind: 'direct-grant',
        amount: { amountMinor: 5n, currency: 'USD' },
        count: { value: 5n, unit: 'people' },
      },
      'impact:amount-and-count',
    ],
    [
      'a currency that does not exist',
      { kind: 'direct-grant', amount: { amountMinor: 5n, currency: 'ZZZ' } },
      'platform:not-a-currency',
    ],
    [
      'a negative amount',
      { kind: 'direct-grant', amount: { amountMinor: -5n, currency: 'USD' } },
      'platform:amount-not-positive',
    ],
  ] as const)('with %s is refused', async (_, over, key) => {
    expect(await keyOf(proposeClaim(world, staff, aFreshClaim(over as Partial<NewClaim>)))).toBe(key);
  });

  it('without evidence is refused by the database too, at the commit', async () => {
    const insert = asOwner()
      .transaction()
      .execute((tx) =>
        sql`insert into impact.claim (id, kind, subject_kind, subject_id, subject_name, day, day_precision, objective, statement, dedup_key,
        origin, visibility, proposed_by, proposed_as) values (${world.newId()}, 'partner', 'organisation', 'x', 'X', '2024-01-01', 'day', 1, 's', 'k',
        'proposed', 'public', ${world.newId()}, 'director')`.execute(tx),
      );
    await expect(insert).rejects.toThrow(/needs evidence/);
  });

  it('is not proposed by a city or a partner', async () => {
    for (const role of ['city-focal-point', 'partner', 'administrator'] as const)
      expect(await keyOf(proposeClaim(world, someone(role), aFreshClaim()))).toBe('impact:proposer-role');
  });

  it('decided meanwhile is shown to the one who comes late', async () => {
    const id = await verified();
    const late = verifyClaim(world, finance, { claimId: id, version: 1 });
    await expect(late).rejects.toBeInstanceOf(Stale);
  });

  it('decided by two at the same moment is decided once', async () => {
    const id = await proposeClaim(world, staff, aFreshClaim());
    const said = await Promise.all(
      [director, finance].map((by) => keyOf(verifyClaim(world, by, { claimId: id, version: 1 }))),
    );
    expect(said.toSorted()).toEqual(['done', 'platform:changed-meanwhile']);
  });
});
