import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadHistory, loadPublicHistory } from '../../../tests/support/public-history.ts';
import { asWorker, testWorld } from '../../../tests/support/world.ts';
import type { Edition } from '../../edition/index.ts';
import { stableId } from '../../kernel/id.ts';
import { atomically } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';

const world = await testWorld();
let edition: Edition;
afterAll(() => world.close());
beforeAll(async () => {
  edition = await loadPublicHistory(world);
});

describe("the council's public history", () => {
  it('is there in full: every body, seat, forum, meeting, window, grant and result of the edition', async () => {
    const count = async (table: Parameters<typeof world.publicDb.selectFrom>[0]) =>
      (
        await world.publicDb
          .selectFrom(table as 'governance.seat')
          .select((e) => e.fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    const pairs = [
      ['governance.body', edition.bodies],
      ['governance.seat', edition.seats],
      ['diplomacy.forum', edition.processes],
      ['diplomacy.edition', edition.editions],
      ['diplomacy.participation', edition.participations],
      ['fund.funding_window', edition.windows],
      ['fund.donor_commitment', edition.donorCommitments],
      ['fund.city_grant', edition.grants],
      ['fund.result', edition.results],
      ['library.source', edition.sources],
      ['library.publication', edition.library],
      ['library.published_figure', edition.publishedFigures],
    ] as const;
    for (const [table, records] of pairs) expect(Number(await count(table)), table).toBe(records.length);
  });

  it('is written once: a second start changes no row', async () => {
    const marks = () =>
      world.publicDb
        .selectFrom('governance.seat')
        .select(['id'])
        .select((e) => e.ref('xmin' as 'id').as('mark'))
        .orderBy('id')
        .execute();
    const before = await marks();
    await atomically(asWorker(world), systemActor, (tx) => loadHistory(tx, edition));
    expect(await marks()).toEqual(before);
  });

  it('leaves a seat alone that staff have corrected', async () => {
    const id = stableId('seat', edition.seats[0]?.id ?? '');
    const worker = asWorker(world).db;
    await worker
      .updateTable('governance.seat')
      .set({ person_name: 'Corrected', version: 2, edition_hash: 'old' })
      .where('id', '=', id)
      .execute();
    await atomically(asWorker(world), systemActor, (tx) => loadHistory(tx, edition));
    const seat = await world.publicDb
      .selectFrom('governance.seat')
      .select('person_name')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(seat.person_name).toBe('Corrected');
  });

  it('tells each city of its seats, grants and forums', async () => {
    const rows = await world.publicDb
      .selectFrom('city_registry.engagement')
      .select(['kind'])
      .select((e) => e.fn.countAll<string>().as('n'))
      .groupBy('kind')
      .execute();
    const count = new Map(rows.map((row) => [row.kind, Number(row.n)]));
    expect(count.get('grant')).toBe(edition.grants.length);
    expect(count.get('board-seat')).toBe(
      edition.seats.filter((seat) => seat.body === 'leadership-board' && seat.city).length,
    );
  });
});
