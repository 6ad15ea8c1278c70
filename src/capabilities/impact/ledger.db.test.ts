import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { calendarDate } from '../../kernel/calendar-date.ts';
import { anonymous } from '../../kernel/actor.ts';
import { Refusal, Stale } from '../../kernel/refusal.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { aCity } from '../city-registry/builders.ts';
import { proposeChange } from './actions/propose-change.ts';
import { proposeClaim } from './actions/propose-claim.ts';
import { refuseClaim } from './actions/refuse-claim.ts';
import { verifyChange } from './actions/verify-change.ts';
import { verifyClaim } from './actions/verify-claim.ts';
import { aCitySubject, aClaim, aGrant } from './builders.ts';
import type { NewClaim } from './rules/entry.ts';

const staff = someone('staff-diplomacy');
const director = someone('director');
const finance = someone('finance');
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  for (const n of [1, 2, 3])
    await aCity(world.databases.owner.database, { geonamesId: n, name: `Trial city ${n}` });
});
afterAll(() => world.close());

let day = 0;
/** A claim that no other test tells. */
function fresh(over: Partial<NewClaim> = {}): NewClaim {
  day += 1;
  return aClaim({
    on: {
      date: calendarDate(
        `2023-${String((day % 12) + 1).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')}`,
      ),
      precision: 'day',
    },
    ...over,
  });
}
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
async function verified(claim = fresh(), by = director) {
  const id = await proposeClaim(world, staff, claim);
  await verifyClaim(world, by, { claimId: id, version: 1 });
  return id;
}

describe('a claim', () => {
  it('waits after it was proposed, counts when a second person has verified it, and is a leaf of the log', async () => {
    const id = await proposeClaim(world, staff, fresh());
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
    const id = await proposeClaim(world, own, fresh());
    expect(await keyOf(verifyClaim(world, own, { claimId: id, version: 1 }))).toBe(
      'impact:verifier-is-proposer',
    );
    expect(await standing(id)).toMatchObject({ stage: 'proposed' });
  });

  it('may not be verified by its proposer even where the program is wrong: the database refuses', async () => {
    const id = await proposeClaim(world, staff, fresh());
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
    const claim = fresh();
    const id = await proposeClaim(world, staff, claim);
    await refuseClaim(world, director, { claimId: id, version: 1, reason: 'The list names another city.' });
    expect(await standing(id)).toMatchObject({ stage: 'refused', counted: false });
    expect(await keyOf(verifyClaim(world, director, { claimId: id, version: 2 }))).toBe(
      'impact:already-decided',
    );
    expect(await keyOf(proposeClaim(world, staff, claim))).toBe('done');
  });

  it('told twice is refused with a way to the first', async () => {
    const claim = fresh();
    const first = await proposeClaim(world, staff, claim);
    const again = proposeClaim(world, director, { ...claim, statement: 'In other words.' });
    await expect(again).rejects.toMatchObject({ reason: { key: 'impact:duplicate', values: { first } } });
  });

  it('told twice at the same moment is one claim', async () => {
    const claim = fresh();
    const said = await Promise.all([
      keyOf(proposeClaim(world, staff, claim)),
      keyOf(proposeClaim(world, director, claim)),
    ]);
    expect(said.toSorted()).toEqual(['done', 'impact:duplicate']);
  });

  it('sent twice with one press is proposed once', async () => {
    const once = { key: 'a-key-of-a-form', route: '/x', bodyHash: 'h' };
    const claim = fresh();
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
    expect(await keyOf(proposeClaim(world, staff, fresh(over as Partial<NewClaim>)))).toBe(key);
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
      expect(await keyOf(proposeClaim(world, someone(role), fresh()))).toBe('impact:proposer-role');
  });

  it('decided meanwhile is shown to the one who comes late', async () => {
    const id = await verified();
    const late = verifyClaim(world, finance, { claimId: id, version: 1 });
    await expect(late).rejects.toBeInstanceOf(Stale);
  });

  it('decided by two at the same moment is decided once', async () => {
    const id = await proposeClaim(world, staff, fresh());
    const said = await Promise.all(
      [director, finance].map((by) => keyOf(verifyClaim(world, by, { claimId: id, version: 1 }))),
    );
    expect(said.toSorted()).toEqual(['done', 'platform:changed-meanwhile']);
  });
});

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
    const claim = fresh();
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

describe('history', () => {
  it('is only added to, by any role', async () => {
    const id = await verified();
    for (const statement of [
      sql`update impact.claim set statement = 'x' where id = ${id}`,
      sql`delete from impact.claim_decision where claim_id = ${id}`,
      sql`truncate impact.claim_evidence`,
    ]) {
      await expect(statement.execute(asOwner())).rejects.toThrow();
      await expect(atomically(world, director, (tx) => statement.execute(tx))).rejects.toThrow();
    }
  });
});

describe('the second wall, with the first switched off', () => {
  const seen = async (actor = anonymous) =>
    await reading(world, actor, async (tx) =>
      (await tx.selectFrom('impact.standing').select(['claim_id']).execute()).map((row) => row.claim_id),
    );

  it('shows the public nothing that waits, was refused, or is not public', async () => {
    const waiting = await proposeClaim(world, staff, fresh());
    const internal = await verified(fresh({ visibility: 'staff' }));
    const network = await verified(fresh({ visibility: 'network' }));
    const open = await verified();
    const shown = (await world.publicDb.selectFrom('impact.standing').select('claim_id').execute()).map(
      (row) => row.claim_id,
    );
    expect(shown).toContain(open);
    for (const hidden of [waiting, internal, network]) expect(shown).not.toContain(hidden);
    const claims = await world.publicDb.selectFrom('impact.claim').select('id').execute();
    const evidence = await world.publicDb.selectFrom('impact.claim_evidence').select('claim_id').execute();
    const decisions = await world.publicDb.selectFrom('impact.claim_decision').select('claim_id').execute();
    for (const hidden of [waiting, internal, network]) {
      expect(claims.map((row) => row.id)).not.toContain(hidden);
      expect([...evidence, ...decisions].map((row) => row.claim_id)).not.toContain(hidden);
    }
    const focal = await seen(someone('city-focal-point', { cityId: aCitySubject(1).id }));
    expect(focal).toContain(network);
    for (const hidden of [waiting, internal]) expect(focal).not.toContain(hidden);
    expect(await seen(director)).toEqual(expect.arrayContaining([waiting, internal, network, open]));
  });

  it('shows the public who decided only as a role', async () => {
    await expect(
      world.publicDb.selectFrom('impact.claim_decision').select('decided_by').execute(),
    ).rejects.toThrow(/permission denied/);
    await expect(world.publicDb.selectFrom('impact.claim').select('proposed_by').execute()).rejects.toThrow(
      /permission denied/,
    );
  });

  it('lets an outsider write nothing, and nobody in another name', async () => {
    const id = await proposeClaim(world, staff, fresh());
    const decide = (actor = anonymous, by = actor.personId) =>
      atomically(world, actor, (tx) =>
        tx
          .insertInto('impact.claim_decision')
          .values({
            id: world.newId(),
            claim_id: id,
            outcome: 'verified',
            decided_by: by,
            decided_as: 'director',
            leaf_index: 0n,
          })
          .execute(),
      );
    await expect(decide(someone('city-focal-point'))).rejects.toThrow(/row-level security/);
    await expect(decide(director, finance.personId)).rejects.toThrow(/row-level security/);
    const outsider = atomically(world, someone('partner'), (tx) =>
      tx
        .updateTable('impact.standing')
        .set({ stage: 'verified' })
        .where('claim_id', '=', id)
        .executeTakeFirst(),
    );
    expect((await outsider).numUpdatedRows).toBe(0n);
  });

  it('keeps the words of a claim that is not public out of the log', async () => {
    const id = await verified(fresh({ visibility: 'staff', statement: 'A canary sings.' }));
    const leaves = await asOwner().selectFrom('public_log.leaf').select('body').execute();
    const about = leaves.map((leaf) => leaf.body.toString()).find((body) => body.includes(id));
    expect(about).toContain('commitment');
    expect(about).not.toMatch(/city:|city-engaged|canary/);
  });
});
