import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { aCity } from '../city-registry/builders.ts';
import { proposeChange } from './actions/propose-change.ts';
import { refuseClaim } from './actions/refuse-claim.ts';
import { verifyChange } from './actions/verify-change.ts';
import { aCitySubject, aClaim, aFreshClaim, aGrant, aVerifiedClaim } from './builders.ts';

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

describe('a change', () => {
  const says = (amountMinor: bigint) => {
    const { on, amount: _, ...rest } = aGrant(amountMinor, 'USD');
    return {
      on,
      amount: { amountMinor, currency: 'USD' },
      usd: rest.usd,
      count: null,
      qualifier: 'exactly' as const,
      statement: 'Corrected.',
      visibility: 'public' as const,
    };
  };
  const evidence = aClaim().evidence;

  it('is an entry of its own: the first stays, the corrected one is in force', async () => {
    const id = await verified(aGrant(1_000n, 'USD', { subject: aCitySubject(2) }), finance);
    await proposeChange(world, staff, {
      claimId: id,
      version: 2,
      kind: 'correction',
      reason: 'A typing error.',
      says: says(2_000n),
      evidence,
    });
    expect(await standing(id)).toMatchObject({ amount_minor: 1_000n, version: 3 });
    await verifyChange(world, finance, { claimId: id, version: 3 });
    expect(await standing(id)).toMatchObject({ amount_minor: 2_000n, stage: 'verified', open_change: null });
    const first = await asOwner()
      .selectFrom('impact.claim')
      .select('amount_minor')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(first.amount_minor).toBe(1_000n);
  });

  it('may not be verified by the person who proposed it', async () => {
    const id = await verified();
    await proposeChange(world, finance, {
      claimId: id,
      version: 2,
      kind: 'withdrawal',
      reason: 'It was another city.',
      says: null,
      evidence: [],
    });
    expect(await keyOf(verifyChange(world, finance, { claimId: id, version: 3 }))).toBe(
      'impact:verifier-is-proposer',
    );
    await verifyChange(world, staff, { claimId: id, version: 3 });
    expect(await standing(id)).toMatchObject({ stage: 'withdrawn', counted: false });
  });

  it('that is refused leaves the entry as it was', async () => {
    const id = await verified();
    await proposeChange(world, staff, {
      claimId: id,
      version: 2,
      kind: 'withdrawal',
      reason: 'I doubt it.',
      says: null,
      evidence: [],
    });
    await refuseClaim(world, director, { claimId: id, version: 3, reason: 'The evidence holds.' });
    expect(await standing(id)).toMatchObject({ stage: 'verified', counted: true, open_change: null });
  });

  it('that changes nothing is refused', async () => {
    const claim = aFreshClaim();
    const id = await verified(claim);
    const { on, amount, usd, count, qualifier, statement, visibility } = claim;
    const same = { on, amount, usd, count, qualifier, statement, visibility };
    expect(
      await keyOf(
        proposeChange(world, staff, {
          claimId: id,
          version: 2,
          kind: 'correction',
          reason: 'x',
          says: same,
          evidence,
        }),
      ),
    ).toBe('impact:nothing-corrected');
  });
});
