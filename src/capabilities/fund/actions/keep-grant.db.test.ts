import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../../tests/support/world.ts';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { Stale } from '../../../kernel/refusal.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { aCity } from '../../city-registry/builders.ts';
import { aGrant } from '../builders.ts';
import { recordAmount } from './record-amount.ts';
import { recordResult } from './record-result.ts';

const world = await testWorld();
const keeper = someone('staff-fund');
const source = {
  sourceAddress: 'https://example.org/award',
  sourceTitle: 'The award',
  sourcePublisher: 'Example Press',
};
let cityId: string;
let made = 0;

afterAll(() => world.close());
beforeAll(async () => {
  cityId = (await atomically(asWorker(world), systemActor, (tx) => aCity(tx))).id;
});

async function grant() {
  made += 1;
  return await atomically(asWorker(world), systemActor, (tx) => aGrant(tx, cityId, `grant-${made}`));
}

const usd = (dollars: number) => ({ amountMinor: BigInt(dollars) * 100n, currency: 'USD' });
const known = (grantId: string, over: object = {}) => ({
  grantId,
  version: 1,
  amount: usd(450_000),
  reason: 'the mayor said so',
  ...source,
  ...over,
});
const households = {
  value: 600,
  unit: 'households' as const,
  qualifier: 'more than' as const,
  isTarget: false,
  date: { date: calendarDate('2023-04-01'), precision: 'month' as const },
  what: { en: 'w', fr: 'w', es: 'w', pt: 'w', ar: 'w' },
};

describe('the known amount of a grant', () => {
  it('is public at once beside the ceiling, with its source, its act and its leaf', async () => {
    const id = await grant();
    await recordAmount(world, keeper, known(id));
    const row = await world.publicDb
      .selectFrom('fund.city_grant')
      .select(['amount_minor', 'ceiling_minor', 'version'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ amount_minor: 45_000_000n, ceiling_minor: 50_000_000n, version: 2 });
    const leaf = await world.publicDb
      .selectFrom('public_log.leaf')
      .select('body')
      .where('kind', '=', 'grant-amount-recorded')
      .executeTakeFirstOrThrow();
    expect(leaf.body.toString()).toContain('"amountMinor":"45000000"');
    const cited = await world.publicDb
      .selectFrom('library.citation')
      .select('path')
      .where('record_id', '=', id)
      .execute();
    expect(cited).toEqual([{ path: '/fund/windows/harbour-window' }]);
  });

  it('is refused above the ceiling and in another currency than the ceiling', async () => {
    const id = await grant();
    await expect(recordAmount(world, keeper, known(id, { amount: usd(500_001) }))).rejects.toMatchObject({
      field: 'amount',
    });
    const francs = { amountMinor: 100n, currency: 'CHF' };
    await expect(recordAmount(world, keeper, known(id, { amount: francs }))).rejects.toMatchObject({
      field: 'amountCurrency',
    });
  });

  it('is refused when somebody else recorded one meanwhile, with what it says now', async () => {
    const id = await grant();
    await recordAmount(world, keeper, known(id));
    const late = recordAmount(world, keeper, known(id, { amount: usd(300_000) }));
    await expect(late).rejects.toBeInstanceOf(Stale);
    await expect(late).rejects.toMatchObject({ current: { amount: '450000.00', amountCurrency: 'USD' } });
  });

  it('keeps what was said before, with the reason', async () => {
    const id = await grant();
    await recordAmount(world, keeper, known(id));
    await recordAmount(world, keeper, known(id, { version: 2, amount: usd(440_000) }));
    const kept = await world.databases.worker.database
      .selectFrom('fund.grant_revision')
      .select(['version', 'said'])
      .where('grant_id', '=', id)
      .orderBy('version')
      .execute();
    expect(kept).toEqual([
      { version: 1, said: { amount: null } },
      { version: 2, said: { amount: { amountMinor: '45000000', currency: 'USD' } } },
    ]);
  });
});

describe('a published result', () => {
  it('is added in its own unit, with its source, and announced', async () => {
    const id = await grant();
    const resultId = await recordResult(world, keeper, { grantId: id, version: 1, ...households, ...source });
    const row = await world.publicDb
      .selectFrom('fund.result')
      .select(['value', 'unit', 'date_precision'])
      .where('id', '=', resultId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ value: 600n, unit: 'households', date_precision: 'month' });
    const events = await world.databases.worker.database
      .selectFrom('platform.event')
      .select('payload')
      .where('kind', '=', 'grant-result-recorded')
      .execute();
    expect(events.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ resultId, unit: 'households', value: 600 }),
    );
  });

  it('cannot lie ahead of today', async () => {
    const ahead = { ...households, date: { date: calendarDate('2999-01-01'), precision: 'day' as const } };
    const attempt = recordResult(world, keeper, { grantId: await grant(), version: 1, ...ahead, ...source });
    await expect(attempt).rejects.toMatchObject({ field: 'date' });
  });
});

describe('who keeps the record of the fund', () => {
  it.each(['staff-diplomacy', 'funder', 'city-focal-point'] as const)(
    'not %s, by the rule and by the database',
    async (role) => {
      const id = await grant();
      await expect(recordAmount(world, someone(role), known(id))).rejects.toMatchObject({ status: 403 });
      const past = await atomically(world, someone(role), (tx) =>
        tx
          .updateTable('fund.city_grant')
          .set({ amount_minor: 1n, version: 2 })
          .where('id', '=', id)
          .executeTakeFirstOrThrow(),
      );
      expect(past.numUpdatedRows).toBe(0n);
    },
  );

  it('nobody may touch the ceiling or the state from the web', async () => {
    const id = await grant();
    const attempt = atomically(world, keeper, (tx) =>
      tx.updateTable('fund.city_grant').set({ ceiling_minor: 1n }).where('id', '=', id).execute(),
    );
    await expect(attempt).rejects.toThrow(/permission denied/);
  });

  it('the public reads grants, never their revisions, and writes nothing', async () => {
    await expect(world.publicDb.selectFrom('fund.grant_revision').selectAll().execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(world.publicDb.deleteFrom('fund.result').execute()).rejects.toThrow(/permission denied/);
  });
});
