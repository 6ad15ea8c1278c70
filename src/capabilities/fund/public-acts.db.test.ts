import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aPerson } from '../people/builders.ts';
import { closeWhenOver } from './actions/close-when-over.ts';
import { decideChange } from './actions/decide-change.ts';
import { proposeChange } from './actions/propose-change.ts';
import { anOpenWindow } from './builders.ts';
import { findOpenWindow, stageIsOpen } from './index.ts';
import { listOver } from './store/waiting.ts';

const world = await testWorld();
const worker = asWorker(world);
const reason = { en: 'The server of the ministry was down.', fr: '', es: '', pt: '', ar: '' };
let one: Actor;
let other: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  one = someone('staff-fund', { personId: await aPerson(worker) });
  other = someone('director', { personId: await aPerson(worker) });
});

const open = (slug: string, closesInDays = 10) =>
  atomically(worker, systemActor, (tx) =>
    anOpenWindow(tx, { slug, stages: { intake: [-1, closesInDays], proposal: [60, 90] } }),
  );
const later = (window: Awaited<ReturnType<typeof open>>, days: number) => {
  const [intake] = window.stages;
  const opensAt = intake?.opensAt ?? new Date();
  return { opensAt, closesAt: new Date((intake?.closesAt.getTime() ?? 0) + days * 86_400_000) };
};
const propose = (actor: Actor, window: Awaited<ReturnType<typeof open>>, days = 5) =>
  proposeChange(world, actor, {
    windowId: window.id,
    kind: 'move',
    stage: 'intake',
    to: later(window, days),
    reason,
  });
const decide = (
  actor: Actor,
  windowId: string,
  changeId: string,
  decision: 'approved' | 'refused' | 'withdrawn',
) => decideChange(world, actor, { windowId, changeId, decision, why: null });
const eventKinds = async () => {
  const { rows } = await sql<{ kind: string }>`select kind from platform.event order by at`.execute(
    worker.db,
  );
  return rows.map(({ kind }) => kind);
};

describe('moving a deadline', () => {
  it('takes two people, then holds for all, is logged and announced', async () => {
    const window = await open('two-people');
    const changeId = await propose(one, window);
    expect((await findOpenWindow(world.publicDb, window.id))?.stages).toEqual(window.stages);
    await expect(decide(one, window.id, changeId, 'approved')).rejects.toMatchObject({
      reason: { key: 'fund:second-person-needed' },
    });
    await decide(other, window.id, changeId, 'approved');
    const moved = await findOpenWindow(world.publicDb, window.id);
    expect(moved?.stages[0]?.closesAt).toEqual(later(window, 5).closesAt);
    const { rows: shown } = await sql<{
      reason: typeof reason;
      leaf_index: bigint;
    }>`select reason, leaf_index from fund.window_change where id = ${changeId}`.execute(world.publicDb);
    expect(shown[0]?.reason.en).toContain('ministry');
    const { rows: leaves } = await sql<{
      kind: string;
    }>`select kind from public_log.leaf where index = ${shown[0]?.leaf_index}`.execute(worker.db);
    expect(leaves).toEqual([{ kind: 'deadline-moved' }]);
    expect(await eventKinds()).toEqual(expect.arrayContaining(['fund-deadline-moved', 'activity-changed']));
  });

  it('cannot be decided twice, nor proposed twice at once, and its proposer may take it back', async () => {
    const window = await open('once');
    const changeId = await propose(one, window);
    await expect(propose(other, window)).rejects.toMatchObject({ reason: { key: 'fund:same-is-waiting' } });
    await expect(decide(other, window.id, changeId, 'withdrawn')).rejects.toMatchObject({
      reason: { key: 'fund:only-its-proposer' },
    });
    await decide(one, window.id, changeId, 'withdrawn');
    await expect(decide(other, window.id, changeId, 'approved')).rejects.toMatchObject({
      reason: { key: 'fund:already-decided' },
    });
    const again = await propose(one, window);
    await decide(other, window.id, again, 'refused');
    expect((await findOpenWindow(world.publicDb, window.id))?.stages).toEqual(window.stages);
  });

  it('is refused to anybody else', async () => {
    const window = await open('not-yours');
    for (const role of ['staff-support', 'administrator', 'mayor', 'reviewer'] as const)
      await expect(propose(someone(role), window)).rejects.toMatchObject({ status: 403 });
  });
});

describe('the bell', () => {
  it('does not take what arrives one second late', async () => {
    const window = await open('late', 1 / 86_400);
    const ask = () => atomically(world, someone('mayor'), (tx) => stageIsOpen(tx, window.id, 'intake'));
    expect(await ask()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await ask()).toBe(false);
  });

  it('is heard the same by a submission under way while the deadline is being moved', async () => {
    const window = await open('race');
    const changeId = await propose(one, window);
    const order: string[] = [];
    let deciding: Promise<void> | undefined;
    await atomically(world, someone('mayor'), async (tx) => {
      expect(await stageIsOpen(tx, window.id, 'intake')).toBe(true);
      deciding = (async () => {
        await decide(other, window.id, changeId, 'approved');
        order.push('moved');
      })();
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('submitted');
    });
    await deciding;
    expect(order).toEqual(['submitted', 'moved']);
  });

  it('waits for a mover who was first, and then goes by the new instant', async () => {
    const window = await open('race-back', 1 / 86_400);
    let asked: Promise<boolean> | undefined;
    await atomically(worker, systemActor, async (tx) => {
      await sql`insert into fund.window_change (id, window_id, kind, stage, from_opens_at, from_closes_at, to_opens_at, to_closes_at,
          terms_version, reason, proposed_by, decision, decided_by, decided_at)
        select ${world.newId()}, s.window_id, 'move', s.key, s.opens_at, s.closes_at, s.opens_at, s.closes_at + interval '1 day', 1, '{}',
          ${one.personId}, 'approved', ${other.personId}, clock_timestamp() from fund.window_stage s
        where s.window_id = ${window.id} and s.key = 'intake'`.execute(tx);
      await sql`update fund.window_stage set closes_at = closes_at + interval '1 day' where window_id = ${window.id} and key = 'intake'`.execute(
        tx,
      );
      asked = atomically(world, someone('mayor'), (mine) => stageIsOpen(mine, window.id, 'intake'));
      await new Promise((resolve) => setTimeout(resolve, 1300));
    });
    expect(await asked).toBe(true);
  });
});

describe('closing', () => {
  it('early takes two people and stops every stage at once', async () => {
    const window = await open('early');
    const changeId = await proposeChange(world, one, { windowId: window.id, kind: 'close', reason });
    expect(await atomically(world, one, (tx) => stageIsOpen(tx, window.id, 'intake'))).toBe(true);
    await decide(other, window.id, changeId, 'approved');
    expect(await atomically(world, one, (tx) => stageIsOpen(tx, window.id, 'intake'))).toBe(false);
    expect(await findOpenWindow(world.publicDb, window.id)).toMatchObject({ state: 'closed' });
    expect(await eventKinds()).toEqual(expect.arrayContaining(['fund-window-closed', 'activity-closed']));
  });

  it('happens by itself only when the last stage is over', async () => {
    const window = await atomically(worker, systemActor, (tx) =>
      anOpenWindow(tx, { slug: 'over', stages: { intake: [-2, 1 / 86_400] } }),
    );
    expect(await listOver(worker.db)).not.toContain(window.id);
    await expect(closeWhenOver(worker, window.id)).rejects.toMatchObject({ code: '23514' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await listOver(worker.db)).toContain(window.id);
    await closeWhenOver(worker, window.id);
    expect(await findOpenWindow(world.publicDb, window.id)).toMatchObject({ state: 'closed' });
  });
});
