import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asWorker, someone, testWorld } from '../../../../tests/support/world.ts';
import { calendarDate, parsePartialDate } from '../../../kernel/calendar-date.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { deliverEvent } from '../../../platform/events/announce.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { Stale } from '../../../kernel/refusal.ts';
import { aCity } from '../../city-registry/builders.ts';
import { aBody } from '../builders.ts';
import { reactions } from '../reactions.ts';
import { addSeat } from './add-seat.ts';
import { correctSeat } from './correct-seat.ts';
import { endSeat } from './end-seat.ts';

const world = await testWorld();
const keeper = someone('staff-diplomacy');
const source = {
  sourceAddress: 'https://example.org/list',
  sourceTitle: 'A list',
  sourcePublisher: 'Example Press',
};
const since2024 = {
  from: parsePartialDate('2024-09-23') ?? null,
  fromCertainty: 'stated' as const,
  to: null,
  toCertainty: null,
  lastListed: null,
};
let bodyId: string;
let cityId: string;

afterAll(() => world.close());
beforeAll(async () => {
  bodyId = await atomically(asWorker(world), systemActor, (tx) => aBody(tx));
});
beforeEach(async () => {
  cityId = (await atomically(asWorker(world), systemActor, (tx) => aCity(tx))).id;
});

function seat(over: Partial<Parameters<typeof addSeat>[2]> = {}) {
  return {
    bodyId,
    cityId,
    personName: 'Trial Mayor',
    role: 'member' as const,
    tenure: since2024,
    ...source,
    ...over,
  };
}

const end = (seatId: string, version = 1) => ({
  seatId,
  version,
  to: { date: calendarDate('2025-06-30'), precision: 'day' as const },
  toCertainty: 'stated' as const,
  reason: 'term over',
  ...source,
});

async function acts(id: string) {
  const rows = await world.databases.worker.database
    .selectFrom('platform.act')
    .select('kind')
    .where('subject_id', '=', id)
    .orderBy('at')
    .execute();
  return rows.map((row) => row.kind);
}

async function deliverAll() {
  const worker = asWorker(world);
  for (const { id } of await worker.db.selectFrom('platform.event').select('id').execute())
    await deliverEvent(worker, reactions, id);
}

async function toldOfCity() {
  return await world.publicDb
    .selectFrom('city_registry.engagement')
    .select(['kind', 'from_date', 'to_date'])
    .where('city_id', '=', cityId)
    .execute();
}

describe('a seat that begins', () => {
  it('is public at once with its source, its act, its event and its leaf', async () => {
    const id = await addSeat(world, keeper, seat());
    const row = await world.publicDb
      .selectFrom('governance.seat')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ person_name: 'Trial Mayor', from_date: '2024-09-23', version: 1 });
    const cited = await world.publicDb
      .selectFrom('library.citation')
      .select('path')
      .where('record_id', '=', id)
      .execute();
    expect(cited).toEqual([{ path: '/bodies/harbour-board' }]);
    expect(await acts(id)).toEqual(['governance.seat-began']);
    const leaf = await world.publicDb
      .selectFrom('public_log.leaf')
      .select(['kind', 'body'])
      .orderBy('index', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(leaf.kind).toBe('seat-began');
    expect(leaf.body.toString()).toContain(id);
    expect(leaf.body.toString()).not.toContain('Trial Mayor');
  });

  it('is told on the page of its city once the event is delivered', async () => {
    await addSeat(world, keeper, seat());
    await deliverAll();
    expect(await toldOfCity()).toEqual([{ kind: 'board-seat', from_date: '2024-09-23', to_date: null }]);
  });

  it('is recorded once, however often the form is sent', async () => {
    const once = { key: 'seat-form-1', route: '/seats', bodyHash: 'x' };
    const first = await addSeat(world, keeper, seat(), once);
    expect(await addSeat(world, keeper, seat(), once)).toBe(first);
  });

  it('is refused for a holder who sits already, for nobody, and for dates that cannot be', async () => {
    await addSeat(world, keeper, seat());
    await expect(addSeat(world, keeper, seat())).rejects.toMatchObject({
      reason: { key: 'governance:already-sits' },
      field: 'city',
    });
    await expect(addSeat(world, keeper, seat({ cityId: null, personName: null }))).rejects.toMatchObject({
      reason: { key: 'governance:holder-needed' },
    });
    const ended = {
      ...since2024,
      to: { date: calendarDate('2020-01-01'), precision: 'day' as const },
      toCertainty: 'stated' as const,
    };
    await expect(addSeat(world, keeper, seat({ tenure: ended }))).rejects.toMatchObject({ field: 'to' });
  });
});

describe('a seat that ends', () => {
  it('says when, keeps what it said before with the reason, and its city is told', async () => {
    const id = await addSeat(world, keeper, seat());
    await endSeat(world, keeper, end(id));
    await deliverAll();
    expect(await toldOfCity()).toEqual([
      { kind: 'board-seat', from_date: '2024-09-23', to_date: '2025-06-30' },
    ]);
    const revisions = await world.databases.worker.database
      .selectFrom('governance.seat_revision')
      .select(['version', 'reason'])
      .where('seat_id', '=', id)
      .execute();
    expect(revisions).toEqual([{ version: 1, reason: 'term over' }]);
    await expect(endSeat(world, keeper, end(id, 2))).rejects.toMatchObject({
      reason: { key: 'governance:already-ended' },
    });
  });

  it('leaves room for the next term of the same holder', async () => {
    const id = await addSeat(world, keeper, seat());
    await endSeat(world, keeper, end(id));
    expect(await addSeat(world, keeper, seat())).not.toBe(id);
  });
});

describe('a correction', () => {
  it('says the right thing, one version up', async () => {
    const id = await addSeat(world, keeper, seat());
    await correctSeat(world, keeper, {
      ...seat(),
      seatId: id,
      version: 1,
      reason: 'spelling',
      personName: 'Trial Mayoress',
    });
    const row = await world.publicDb
      .selectFrom('governance.seat')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ person_name: 'Trial Mayoress', version: 2 });
    expect(await acts(id)).toEqual(['governance.seat-began', 'governance.seat-corrected']);
  });

  it('is refused when somebody else changed the seat meanwhile, with what it says now', async () => {
    const id = await addSeat(world, keeper, seat());
    await endSeat(world, keeper, end(id));
    const late = correctSeat(world, keeper, { ...seat(), seatId: id, version: 1, reason: 'late' });
    await expect(late).rejects.toBeInstanceOf(Stale);
    await expect(late).rejects.toMatchObject({ current: { to: '2025-06-30' }, version: 2 });
  });
});

describe('who keeps seats', () => {
  it.each(['staff-fund', 'board-member', 'partner', 'administrator'] as const)(
    'not %s, by the rule and by the database',
    async (role) => {
      await expect(addSeat(world, someone(role), seat())).rejects.toMatchObject({ status: 403 });
      const past = atomically(world, someone(role), (tx) =>
        tx
          .insertInto('governance.seat')
          .values({ id: world.newId(), body_id: bodyId, city_id: cityId, role: 'member' })
          .execute(),
      );
      await expect(past).rejects.toThrow(/row-level security/);
    },
  );

  it('the public reads seats, never their revisions, and writes nothing', async () => {
    await expect(world.publicDb.selectFrom('governance.seat_revision').selectAll().execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      world.publicDb.updateTable('governance.seat').set({ role: 'member' }).execute(),
    ).rejects.toThrow(/permission denied/);
  });

  it('a partner sees no revision', async () => {
    const seen = await atomically(world, someone('partner'), (tx) =>
      tx.selectFrom('governance.seat_revision').selectAll().execute(),
    );
    expect(seen).toEqual([]);
  });
});
