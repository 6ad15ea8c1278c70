import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { atomically, reading, type Tx } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aCity } from '../city-registry/builders.ts';
import { aPerson } from '../people/builders.ts';
import { askQuestion } from './actions/ask-question.ts';
import { beginWindow } from './actions/begin-window.ts';
import { screenCity } from './actions/screen-city.ts';
import { anOpenWindow } from './builders.ts';

const canary = 'CANARY-51c0e';
const world = await testWorld();
const worker = asWorker(world);
let keeper: Actor;
let second: Actor;
let openId = '';
let hiddenId = '';
let cityId = '';

afterAll(() => world.close());
beforeAll(async () => {
  keeper = someone('staff-fund', { personId: await aPerson(worker) });
  second = someone('director', { personId: await aPerson(worker) });
  const made = await atomically(worker, systemActor, async (tx) => ({
    window: await anOpenWindow(tx, {
      rules: [{ key: 'capital', weight: 'critical', test: { kind: 'capital', must: 'be' } }],
    }),
    city: await aCity(tx),
  }));
  openId = made.window.id;
  cityId = made.city.id;
  hiddenId = await beginWindow(world, keeper, { name: `Hidden ${canary}`, copyOf: openId });
  await askQuestion(world, {
    slug: made.window.slug,
    asked: `May we? ${canary}`,
    language: 'en',
    city: null,
    email: 'asker@city.example',
  });
});

const said = (tx: Tx, table: string) =>
  sql<{ row: string }>`select t::text as row from ${sql.table(`fund.${table}`)} t`.execute(tx);

describe('behind the second wall, with the first switched off', () => {
  it('a window in preparation is seen by the secretariat alone', async () => {
    for (const table of ['funding_window', 'window_terms', 'window_stage', 'window_donor']) {
      for (const actor of [anonymous, someone('mayor', { cityId }), someone('reviewer'), someone('funder')]) {
        const { rows } = await reading(world, actor, (tx) => said(tx, table));
        expect(rows.length, table).toBeGreaterThan(0);
        expect(
          rows.some(({ row }) => row.includes(hiddenId)),
          table,
        ).toBe(false);
      }
      const { rows } = await reading(world, someone('finance'), (tx) => said(tx, table));
      expect(
        rows.some(({ row }) => row.includes(hiddenId)),
        table,
      ).toBe(true);
    }
    const { rows } = await sql`select id from fund.funding_window where id = ${hiddenId}`.execute(
      world.publicDb,
    );
    expect(rows).toEqual([]);
  });

  it('who asked is seen by keepers alone; who proposed, by nobody outside', async () => {
    for (const actor of [
      anonymous,
      someone('mayor', { cityId }),
      someone('staff-support'),
      someone('finance'),
    ]) {
      const { rows } = await reading(world, actor, (tx) => said(tx, 'window_question'));
      expect(rows).toEqual([]);
    }
    const { rows } = await reading(world, keeper, (tx) => said(tx, 'window_question'));
    expect(rows.some(({ row }) => row.includes(canary))).toBe(true);
    await expect(sql`select 1 from fund.window_question`.execute(world.publicDb)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      sql`select proposed_by from fund.window_change`.execute(world.publicDb),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('a deadline moves only as an approved change says, whoever writes', async () => {
    for (const [as, actor] of [
      [world, keeper],
      [worker, systemActor],
    ] as const) {
      await expect(
        atomically(as, actor, (tx) =>
          sql`update fund.window_stage set closes_at = closes_at + interval '1 hour' where window_id = ${openId}`.execute(
            tx,
          ),
        ),
      ).rejects.toMatchObject({ code: '23514' });
      await expect(
        atomically(as, actor, (tx) =>
          sql`update fund.window_terms set rules = '[]' where window_id = ${openId}`.execute(tx),
        ),
      ).rejects.toMatchObject({ code: '23514' });
      await expect(
        atomically(as, actor, (tx) =>
          sql`update fund.funding_window set shown = true where id = ${hiddenId}`.execute(tx),
        ),
      ).rejects.toMatchObject({ code: '23514' });
    }
  });

  it('one person cannot be both who proposes and who approves, nor sign as another', async () => {
    const propose = (by: Actor, as: Actor) =>
      atomically(world, by, (tx) =>
        tx
          .insertInto('fund.window_change')
          .values({
            id: world.newId(),
            window_id: openId,
            kind: 'close',
            terms_version: 1,
            reason: '{}',
            proposed_by: as.personId ?? '',
          })
          .execute(),
      );
    await expect(propose(keeper, second)).rejects.toMatchObject({ code: '42501' });
    await propose(keeper, keeper);
    const approve = (by: Actor, as: Actor) =>
      atomically(world, by, (tx) =>
        sql`update fund.window_change set decision = 'approved', decided_by = ${as.personId}, decided_at = now()
          where window_id = ${openId} and decision is null`.execute(tx),
      );
    await expect(approve(keeper, keeper)).rejects.toMatchObject({ code: '23514' });
    await expect(approve(keeper, second)).rejects.toMatchObject({ code: '42501' });
  });

  it('an override of the rules stands only by two, and a city sees what stands of itself alone', async () => {
    await screenCity(world, keeper, { windowId: openId, cityId, outcome: 'eligible', reason: canary });
    const { rows } = await sql<{ decision: string | null }>`select decision from fund.screening`.execute(
      worker.db,
    );
    expect(rows).toEqual([{ decision: null }]);
    await expect(
      atomically(world, keeper, (tx) =>
        sql`update fund.screening set decision = 'stands', decided_by = ${keeper.personId}, decided_at = now()`.execute(
          tx,
        ),
      ),
    ).rejects.toMatchObject({ code: '23514' });
    const mayor = someone('mayor', { cityId });
    expect((await reading(world, mayor, (tx) => said(tx, 'screening'))).rows).toEqual([]);
    await atomically(world, second, (tx) =>
      sql`update fund.screening set decision = 'stands', decided_by = ${second.personId}, decided_at = now()`.execute(
        tx,
      ),
    );
    expect((await reading(world, mayor, (tx) => said(tx, 'screening'))).rows).toHaveLength(1);
    const elsewhere = someone('mayor', { cityId: crypto.randomUUID() });
    expect((await reading(world, elsewhere, (tx) => said(tx, 'screening'))).rows).toEqual([]);
  });
});
