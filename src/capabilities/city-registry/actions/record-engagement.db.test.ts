import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { stableId } from '../../../kernel/id.ts';
import { anonymous } from '../../../kernel/actor.ts';
import { listActs } from '../../../platform/audit/act.ts';
import { atomically, reading } from '../../../platform/database/atomically.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import { aCity } from '../builders.ts';
import type { NewEngagement } from '../rules/engagement.ts';
import { loadEngagements } from './load-engagements.ts';
import { recordEngagement } from './record-engagement.ts';
import { recordEngagementByHand } from './record-engagement-by-hand.ts';
import { withdrawEngagement } from './withdraw-engagement.ts';

const diplomat = someone('staff-diplomacy');
let world: TestWorld;
let cityId: string;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  cityId = (await aCity(world.databases.worker.database)).id;
});

const on = (day: string) => ({ date: calendarDate(day), precision: 'day' as const });

function seat(over: Partial<NewEngagement> = {}): NewEngagement {
  const name = 'Leadership Board';
  return {
    cityId,
    kind: 'board-seat',
    when: { from: on('2018-12-05'), fromCertainty: 'stated', to: null, toCertainty: null, lastListed: null },
    object: { en: name, fr: name, es: name, pt: name, ar: name },
    record: { capability: 'governance', id: 'seat-1', path: '/bodies/leadership-board' },
    visibility: 'public',
    ...over,
  };
}

const said = {
  kind: 'visit',
  object: 'Study visit',
  from: on('2024-05-02'),
  to: null,
  source: { address: 'https://example.org/visit', title: 'A visit', publisher: 'Example' },
  evidence: null,
} as const;

async function seenBy(actor: Parameters<typeof reading>[1] | 'public'): Promise<string[]> {
  const ids = (reader: Parameters<Parameters<typeof reading>[2]>[0] | typeof world.publicDb) =>
    reader.selectFrom('city_registry.engagement').select('id').where('city_id', '=', cityId).execute();
  const rows = actor === 'public' ? await ids(world.publicDb) : await reading(world, actor, ids);
  return rows.map(({ id }) => id);
}

describe('an engagement', () => {
  it('is recorded once, however often its record tells of it', async () => {
    const tell = () => atomically(world, diplomat, (tx) => recordEngagement(tx, world, diplomat, seat()));
    const first = await tell();
    expect(await tell()).toBe(first);
    expect(await seenBy('public')).toEqual([first]);
    const acts = await reading(world, diplomat, (tx) =>
      listActs(tx, { subject: { kind: 'engagement', id: first } }),
    );
    expect(acts.map(({ kind }) => kind)).toEqual(['city-registry.engagement-recorded']);
  });

  it('is announced with its city, kind and day', async () => {
    const id = await atomically(world, diplomat, (tx) => recordEngagement(tx, world, diplomat, seat()));
    const events = await world.databases.owner.database
      .selectFrom('platform.event')
      .select('payload')
      .where('kind', '=', 'engagement-recorded')
      .execute();
    expect(events.map(({ payload }) => payload)).toContainEqual({
      engagementId: id,
      cityId,
      kind: 'board-seat',
      from: '2018-12-05',
      visibility: 'public',
    });
  });

  it('of the staff’s own is not shown to the public, nor to another city', async () => {
    const engagement = { ...said, source: null, evidence: 'A call on 2 May 2024' };
    const id = await recordEngagementByHand(world, diplomat, cityId, engagement);
    expect(await seenBy('public')).toEqual([]);
    expect(await seenBy(anonymous)).toEqual([]);
    expect(await seenBy(someone('city-focal-point', { cityId: world.newId() }))).toEqual([]);
    expect(await seenBy(someone('city-focal-point', { cityId }))).toEqual([id]);
    expect(await seenBy(someone('finance'))).toEqual([id]);
  });

  it('noted by hand with a public source is public and cites it', async () => {
    const id = await recordEngagementByHand(world, diplomat, cityId, said);
    expect(await seenBy('public')).toEqual([id]);
    const cited = await world.publicDb
      .selectFrom('library.citation')
      .innerJoin('library.source', 'library.source.id', 'source_id')
      .select('address')
      .where('record_id', '=', id)
      .execute();
    expect(cited).toEqual([{ address: 'https://example.org/visit' }]);
  });

  it('may not be noted by a city or by finance', async () => {
    for (const actor of [someone('mayor', { cityId }), someone('finance'), someone('administrator')]) {
      await expect(recordEngagementByHand(world, actor, cityId, said)).rejects.toThrow(
        'city-registry:may-not-record',
      );
    }
  });

  it('is not written by a city past the action either: the database refuses (planted fault)', async () => {
    const mayor = someone('mayor', { cityId });
    await expect(
      atomically(world, mayor, (tx) => recordEngagement(tx, world, mayor, seat({ record: null }))),
    ).rejects.toThrow('row-level security');
  });

  it('cannot be noted of a city that is not there', async () => {
    await expect(recordEngagementByHand(world, diplomat, world.newId(), said)).rejects.toThrow(
      'platform:not-found',
    );
  });

  it('disappears from the public when withdrawn, and stays for the secretariat with the reason', async () => {
    const id = await recordEngagementByHand(world, diplomat, cityId, said);
    await withdrawEngagement(world, diplomat, id, 'It was another city');
    expect(await seenBy('public')).toEqual([]);
    expect(await seenBy(diplomat)).toEqual([id]);
    await expect(withdrawEngagement(world, diplomat, id, 'Again')).rejects.toThrow(
      'city-registry:already-withdrawn',
    );
  });

  it('that stems from a record is corrected there', async () => {
    const id = await atomically(world, diplomat, (tx) =>
      recordEngagement(
        tx,
        world,
        diplomat,
        seat({ record: { capability: 'fund', id: 'grant-1', path: null } }),
      ),
    );
    await expect(withdrawEngagement(world, diplomat, id, 'Wrong')).rejects.toThrow(
      'city-registry:belongs-to-record',
    );
  });
});

describe('engagements of an edition', () => {
  const load = (...ids: string[]) =>
    atomically(asWorker(world), systemActor, (tx) =>
      loadEngagements(
        tx,
        'diplomacy',
        ids.map((id) => ({
          ...seat({ kind: 'attended-forum' }),
          id: stableId('engagement', id),
          record: { capability: 'diplomacy', id, path: null },
        })),
      ),
    );

  it('are brought once, and those the edition no longer tells are taken away', async () => {
    await load('a', 'b');
    await load('a', 'b');
    expect((await seenBy('public')).toSorted()).toEqual(
      [stableId('engagement', 'a'), stableId('engagement', 'b')].toSorted(),
    );
    await load('b');
    expect(await seenBy('public')).toEqual([stableId('engagement', 'b')]);
  });
});
