import { beforeAll, describe, expect, it } from 'vitest';
import { aPoolCity, aProblem, aVariedPool } from '../../builders.ts';
import { pairOf } from '../pool-city.ts';
import { type Column, noPrices } from './column.ts';
import type { LinearSolver } from './linear-solver.ts';
import { loadHighs } from '../../../../platform/solver/load-highs.ts';
import { highsSolver } from './highs-solver.ts';
import { matchPool } from './match-pool.ts';
import { groupPool, pairPool, type Pool } from './pool.ts';
import type { MatchingProblem } from './problem.ts';

// Two hundred exact solutions; the machine may be busy.
const patience = 180_000;
let solver: LinearSolver;
const clock = () => performance.now();

beforeAll(async () => {
  solver = highsSolver(await loadHighs());
});

/** Every allowed choice tried: what the solver is held against. */
function bruteForce({ source, places }: Pool): number {
  const columns = source.within(noPrices, 0, 100_000) ?? [];
  const left = [...places.atMost];
  const bestFrom = (from: number): number => {
    let best = 0;
    for (let index = from; index < columns.length; index++) {
      const column = columns[index] as Column;
      if (column.cities.some((city) => (left[city] ?? 0) < 1)) continue;
      for (const city of column.cities) left[city] = (left[city] ?? 0) - 1;
      best = Math.max(best, column.points + bestFrom(index + 1));
      for (const city of column.cities) left[city] = (left[city] ?? 0) + 1;
    }
    return best;
  };
  return bestFrom(0);
}

/** The same for groups, where a city sits once: the best of every set of cities, from the best of smaller sets. */
function bestOfAllSets({ source, places }: Pool): number {
  const columns = (source.within(noPrices, 0, 100_000) ?? []).map(({ cities, points }) => ({
    mask: cities.reduce((mask, city) => mask | (1 << city), 0),
    points,
  }));
  const best = Array.from({ length: 1 << places.atMost.length }, () => 0);
  for (const set of best.keys()) {
    const lowest = set & -set;
    const reached = columns.map(({ mask, points }) =>
      mask & lowest && (mask & set) === mask ? points + (best[set ^ mask] ?? 0) : 0,
    );
    best[set] = Math.max(best[set ^ lowest] ?? 0, ...reached);
  }
  return best.at(-1) ?? 0;
}

const solved = (problem: MatchingProblem) => {
  const result = matchPool(problem, solver, clock);
  if (!result) throw new Error('nothing was found');
  return result;
};

describe('matching a small pool', () => {
  it(
    'reaches the best total of all choices, 150 random pools in pairs',
    () => {
      let aheadOfGreed = 0;
      for (let seed = 0; seed < 150; seed++) {
        const problem = aProblem(aVariedPool(5 + (seed % 4), seed, 3), { wish: 'different' });
        const result = solved(problem);
        expect(result.total, `seed ${seed}`).toBe(bruteForce(pairPool(problem)));
        expect(result.bound, `seed ${seed}`).toBe(result.total);
        expect(result.greedy).toBeLessThanOrEqual(result.total);
        if (result.greedy < result.total) aheadOfGreed += 1;
      }
      expect(aheadOfGreed).toBeGreaterThan(20);
    },
    patience,
  );

  it(
    'reaches the best total of all choices, 50 random pools in groups',
    () => {
      for (let seed = 0; seed < 50; seed++) {
        const cities = aVariedPool(6 + (seed % 3), seed, 2).map((city) => ({
          ...city,
          partners: 2 + (seed % 2),
          languages: ['en'],
        }));
        const problem = aProblem(cities, { shape: 'groups' });
        const result = solved(problem);
        expect(result.total, `seed ${seed}`).toBe(bestOfAllSets(groupPool(problem)));
        expect(result.bound, `seed ${seed}`).toBe(result.total);
      }
    },
    patience,
  );

  it('would show a solver that leaves something on the table (planted fault)', () => {
    const lazy: LinearSolver = {
      relax: (places, work) =>
        solver.relax(places, (relaxation) =>
          work({
            ...relaxation,
            solve: () => ({ ...relaxation.solve(), shares: [], value: 0, prices: noPrices }),
          }),
        ),
      choose: (question) => solver.choose(question),
    };
    const problem = aProblem(aVariedPool(8, 3, 3));
    expect(matchPool(problem, lazy, clock)?.total ?? 0).toBeLessThan(bruteForce(pairPool(problem)));
  });
});

describe('a matching', () => {
  const teacher = aPoolCity('a', { offers: ['housing'], asks: ['health'] });
  const learner = aPoolCity('b', { offers: ['health'], asks: ['housing'] });
  const other = aPoolCity('c', { offers: ['health'], asks: ['housing'], globalSouth: false });

  it('pairs what one offers with what the other asks, under-served cities first, and says why the third waits', () => {
    const { proposals, unmatched } = solved(aProblem([teacher, learner, other]));
    expect(proposals.map(({ cities }) => cities)).toEqual([['a', 'b']]);
    expect(proposals[0]?.grounds[0]?.lessons).toHaveLength(2);
    expect(unmatched).toEqual([{ city: 'c', why: 'places-taken' }]);
  });

  it('keeps apart who does not want each other or were partners before', () => {
    const { proposals, unmatched } = solved(aProblem([teacher, learner], { apart: [pairOf('b', 'a')] }));
    expect(proposals).toEqual([]);
    expect(unmatched.map(({ why }) => why)).toEqual(['kept-apart', 'kept-apart']);
  });

  it('gives no city more partners than it takes', () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      aPoolCity(`m${index}`, { asks: ['housing'], offers: [] }),
    );
    const host = aPoolCity('h', { partners: 4, asks: [] });
    const { proposals } = solved(aProblem([host, ...many], { maxPartners: 3 }));
    expect(proposals).toHaveLength(3);
  });

  it('says that nothing fits, or that no language is shared', () => {
    const alone = aPoolCity('x', { offers: ['education'], asks: [] });
    const foreign = aPoolCity('y', { languages: ['vi'], offers: ['health'], asks: ['housing'] });
    const { unmatched } = solved(aProblem([teacher, alone, foreign]));
    expect(Object.fromEntries(unmatched.map(({ city, why }) => [city, why]))).toEqual({
      a: 'no-common-language',
      x: 'nothing-fits',
      y: 'no-common-language',
    });
  });

  it('keeps a pinned pair and tells what that costs', () => {
    const weak = aPoolCity('w', {
      languages: ['en'],
      offers: ['health'],
      asks: [],
      offsetMinutes: 600,
      globalSouth: false,
    });
    const problem = aProblem([teacher, learner, weak]);
    const free = solved(problem);
    const pinned = solved({ ...problem, pins: [pairOf('a', 'w')] });
    expect(pinned.proposals.some(({ cities, pinned: kept }) => kept && cities.join() === 'a,w')).toBe(true);
    expect(pinned.free).toBe(free.total);
    expect(pinned.total).toBeLessThan(free.total);
  });

  it(
    'keeps pinned cities in one group, and refuses pins that cannot be kept together',
    () => {
      const cities = aVariedPool(10, 5, 2).map((city) => ({ ...city, partners: 3, languages: ['en'] }));
      const problem = aProblem(cities, { shape: 'groups' });
      const [first] = solved(problem).proposals;
      const outside = cities.find(
        ({ id, asks }) => !first?.cities.includes(id) && first?.topic && asks.includes(first.topic),
      );
      if (!first?.host || !outside) throw new Error('the pool has no such cities');
      const result = solved({ ...problem, pins: [pairOf(first.host, outside.id)] });
      const together = result.proposals.find(({ cities: ids }) => ids.includes(outside.id));
      expect(together?.cities).toContain(first.host);
      const strangers = [
        aPoolCity('p', { partners: 3, offers: [], asks: [] }),
        aPoolCity('q', { partners: 3, offers: [], asks: [] }),
      ];
      const hopeless = aProblem([...cities, ...strangers], { shape: 'groups', pins: [['p', 'q']] });
      expect(matchPool(hopeless, solver, clock)).toBeUndefined();
    },
    patience,
  );
});
