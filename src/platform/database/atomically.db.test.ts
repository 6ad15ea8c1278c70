import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import { atomically } from './atomically.ts';

describe('one transaction for each act', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const announceOnce = (kind: string) => async (tx: Parameters<Parameters<typeof atomically>[2]>[0]) => {
    await tx.insertInto('platform.event').values({ id: world.newId(), kind, payload: '{}' }).execute();
    return { kind };
  };
  const countOf = async (kind: string) =>
    (
      await world.databases.worker.database
        .selectFrom('platform.event')
        .selectAll()
        .where('kind', '=', kind)
        .execute()
    ).length;

  it('gives the same press of a button its first answer and does nothing twice', async () => {
    const actor = someone('director');
    const once = { key: 'press-0001', route: '/x', bodyHash: 'a' };
    const results = await Promise.all(
      Array.from({ length: 8 }, () => atomically(world, actor, announceOnce('pressed'), { once })),
    );
    expect(results).toEqual(Array.from({ length: 8 }, () => ({ kind: 'pressed' })));
    expect(await countOf('pressed')).toBe(1);
  });

  it('refuses the same key with other answers', async () => {
    const actor = someone('director');
    await atomically(world, actor, announceOnce('first'), {
      once: { key: 'press-0002', route: '/x', bodyHash: 'a' },
    });
    const again = atomically(world, actor, announceOnce('first'), {
      once: { key: 'press-0002', route: '/x', bodyHash: 'b' },
    });
    await expect(again).rejects.toMatchObject({ reason: because('platform:key-used-for-other-answers') });
  });

  it('undoes everything when a rule refuses, and the key may be used again', async () => {
    const actor = someone('director');
    const once = { key: 'press-0003', route: '/x', bodyHash: 'a' };
    const refused = atomically(
      world,
      actor,
      async (tx) => {
        await announceOnce('refused')(tx);
        throw new Refusal(because('platform:permission-missing'));
      },
      { once },
    );
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    expect(await countOf('refused')).toBe(0);
    await atomically(world, actor, announceOnce('refused'), { once });
    expect(await countOf('refused')).toBe(1);
  });

  it('tells the database who acts, and forgets it with the transaction', async () => {
    const actor = someone('staff-fund', { cityId: '00000000-0000-8000-8000-000000000001' });
    const roles = await atomically(world, actor, async (tx) => {
      const { rows } = await sql<{ roles: string[]; cities: string[] }>`
        select platform.actor_roles() as roles, platform.actor_cities() as cities`.execute(tx);
      return rows[0];
    });
    expect(roles).toEqual({ roles: ['staff-fund'], cities: ['00000000-0000-8000-8000-000000000001'] });
    const { rows } = await sql<{ person: string | null }>`select platform.actor_person() as person`.execute(
      world.db,
    );
    expect(rows[0]?.person).toBeNull();
  });

  it('lets nobody act in the name of another', async () => {
    const forged = atomically(world, someone('director'), (tx) =>
      tx
        .insertInto('platform.act')
        .values({
          id: world.newId(),
          person_id: world.newId(),
          actor_name: 'x',
          capacity: 'x',
          kind: 'x.y',
          subject_kind: 'x',
          subject_id: 'x',
        })
        .execute(),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});
