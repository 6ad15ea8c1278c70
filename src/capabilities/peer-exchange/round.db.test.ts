import { afterAll, describe, expect, it } from 'vitest';
import { someone } from '../../../tests/support/world.ts';
import { confirmRound } from './actions/confirm-round.ts';
import { askForRun, makeWish, openRound, runMatching } from './actions/rounds.ts';
import { addVeto } from './actions/say-standing.ts';
import { exchangeScene, matchedRound, springRound } from './builders-exchange.ts';
import { findLatestRun } from './store/runs.ts';

const scene = await exchangeScene();
const { world, worker, staff, focalOf, teacher, learner, spare, loner } = scene;
afterAll(() => world.close());

const refused = (key: string) => expect.objectContaining({ reason: expect.objectContaining({ key }) });

describe('a round of matching', () => {
  it('finds the best pairs in a thread of its own, under-served first, and says why the others wait', async () => {
    const { roundId } = await matchedRound(scene);
    const run = await findLatestRun(worker.db, roundId);
    expect(run?.result?.proposals.map(({ cities }) => cities.toSorted())).toEqual([
      [teacher.id, learner.id].toSorted(),
    ]);
    expect(run?.result).toMatchObject({ cities: 4, bound: run?.result?.total, greedy: run?.result?.free });
    const left = new Map(run?.result?.unmatched.map(({ city, why }) => [city, why]));
    expect(left.get(spare.id)).toBe('places-taken');
    expect(left.get(loner.id)).toBe('nothing-fits');
  });

  it('may be opened by match-makers only, and asked for once at a time', async () => {
    await expect(openRound(world, someone('staff-fund'), springRound)).rejects.toMatchObject({ status: 403 });
    await expect(openRound(world, focalOf(teacher), springRound)).rejects.toMatchObject({ status: 403 });
    const roundId = await openRound(world, staff, springRound);
    await askForRun(world, staff, roundId);
    await expect(askForRun(world, staff, roundId)).rejects.toEqual(refused('peer-exchange:already-matching'));
  });

  it('refuses to pin a city to itself, to a stranger, or to one that does not want it', async () => {
    const roundId = await openRound(world, staff, springRound);
    const pin = (city: string, other: string) =>
      makeWish(world, staff, { roundId, kind: 'pin', city, other, why: 'they met before' });
    const { id } = teacher;
    await expect(pin(id, id)).rejects.toEqual(refused('peer-exchange:with-itself'));
    await expect(pin(id, world.newId())).rejects.toEqual(refused('peer-exchange:not-in-pool'));
    await addVeto(world, focalOf(loner), {
      cityId: loner.id,
      againstCity: id,
      againstOrganisation: null,
      why: 'private',
    });
    await expect(pin(id, loner.id)).rejects.toEqual(refused('peer-exchange:pin-of-vetoed'));
    await expect(
      addVeto(world, focalOf(teacher), { cityId: id, againstCity: id, againstOrganisation: null, why: null }),
    ).rejects.toEqual(refused('peer-exchange:veto-of-itself'));
  });

  it('shows what a pin costs, and is not confirmed by a matching made before it', async () => {
    const { roundId, runId } = await matchedRound(scene);
    const [city, other] = [teacher.id, spare.id];
    await makeWish(world, staff, { roundId, kind: 'pin', city, other, why: 'both asked for it' });
    await expect(confirmRound(world, staff, { roundId, runId })).rejects.toEqual(
      refused('peer-exchange:run-is-old'),
    );
    const again = await askForRun(world, staff, roundId);
    await runMatching(worker, again);
    const result = (await findLatestRun(worker.db, roundId))?.result;
    expect(result?.proposals[0]).toMatchObject({ pinned: true });
    expect(result?.free).toBeGreaterThan(result?.total ?? 0);
  });
});
