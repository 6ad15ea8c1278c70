import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { anonymous } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { aCity } from '../city-registry/builders.ts';
import { proposeClaim } from './actions/propose-claim.ts';
import { aCitySubject, aFreshClaim, aVerifiedClaim } from './builders.ts';

const staff = someone('staff-diplomacy');
const director = someone('director');
const finance = someone('finance');
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  for (const n of [1, 2]) await aCity(world.databases.owner.database, { geonamesId: n });
});
afterAll(() => world.close());

const asOwner = () => world.databases.owner.database;
const verified = (claim = aFreshClaim(), by = director) => aVerifiedClaim(world, [staff, by], claim);

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
    const waiting = await proposeClaim(world, staff, aFreshClaim());
    const internal = await verified(aFreshClaim({ visibility: 'staff' }));
    const network = await verified(aFreshClaim({ visibility: 'network' }));
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
    const id = await proposeClaim(world, staff, aFreshClaim());
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
    const id = await verified(aFreshClaim({ visibility: 'staff', statement: 'A canary sings.' }));
    const leaves = await asOwner().selectFrom('public_log.leaf').select('body').execute();
    const about = leaves.map((leaf) => leaf.body.toString()).find((body) => body.includes(id));
    expect(about).toContain('commitment');
    expect(about).not.toMatch(/city:|city-engaged|canary/);
  });
});
