import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { aProblem } from '../builders.ts';
import { bruteForce, greedy } from './brute-force.ts';
import { faultsOf } from './check-set.ts';
import { loadHighs } from '../../../platform/solver/load-highs.ts';
import { optimise, type Outcome } from './optimise.ts';
import { type PortfolioProblem, worthOf } from './problem.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const pointsOf = (outcome: Outcome) => (outcome.kind === 'proven' ? outcome.portfolio.points : outcome.kind);
const near = (value: number | undefined) => (value === undefined ? 'impossible' : Math.round(value * 1000));
const same = (outcome: Outcome) => {
  const points = pointsOf(outcome);
  return typeof points === 'number' ? Math.round(points * 1000) : points;
};

describe('the best set', () => {
  it('is what trying every set gives, on 200 small windows', () => {
    let possible = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const partial = seed % 4 === 0;
      const problem = partial
        ? aProblem(seed, { candidates: 5, steps: 4, leastSteps: 2 })
        : aProblem(seed, { candidates: 5 + (seed % 5) });
      const generous = {
        ...problem,
        limits: problem.limits.map((limit, index) => (index % 3 === seed % 3 ? limit : loosened(limit))),
      };
      const best = bruteForce(generous);
      if (best !== undefined) possible += 1;
      expect([seed, same(optimise(highs, generous))]).toEqual([seed, near(best)]);
    }
    expect(possible).toBeGreaterThan(100);
  });

  it('is ahead of taking the best first while they fit', () => {
    let ahead = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const problem = aProblem(seed, { candidates: 60 });
      const outcome = optimise(highs, problem);
      if (outcome.kind !== 'proven') continue;
      const ranked = greedy(problem);
      const counts = faultsOf(problem, ranked).length === 0;
      if (!counts || worthOf(ranked, problem) < outcome.portfolio.points - 0.001) ahead += 1;
      if (counts) expect(worthOf(ranked, problem)).toBeLessThanOrEqual(outcome.portfolio.points + 0.001);
    }
    expect(ahead).toBeGreaterThanOrEqual(9);
  });

  it('is proven for 300 applications under twelve limits', () => {
    const problem = aProblem(7, { candidates: 300 });
    expect(problem.limits).toHaveLength(12);
    expect(optimise(highs, problem).kind).toBe('proven');
  });

  it('says so when no set keeps to the limits', () => {
    const problem = aProblem(3, { candidates: 20 });
    const money: PortfolioProblem['limits'][number] = { id: 'x', kind: 'money', atLeast: 1e12 };
    expect(optimise(highs, { ...problem, limits: [...problem.limits, money] }).kind).toBe('impossible');
  });

  it('keeps who is forced in, leaves who is forced out, and differs from every set it is to leave', () => {
    const problem = aProblem(5, { candidates: 60 });
    const first = optimise(highs, problem);
    if (first.kind !== 'proven') throw new Error('the window has a best set');
    const ids = first.portfolio.grants.map(({ id }) => id);
    const second = optimise(highs, problem, [ids]);
    if (second.kind !== 'proven') throw new Error('there is a second set');
    expect(second.portfolio.grants.map(({ id }) => id)).not.toEqual(ids);
    expect(second.portfolio.points).toBeLessThanOrEqual(first.portfolio.points);
    const [out = ''] = ids;
    const without = optimise(highs, { ...problem, forcedOut: [out] });
    expect(without.kind === 'proven' && without.portfolio.grants.some(({ id }) => id === out)).toBe(false);
  });
});

/** A limit that keeps nobody out. */
function loosened(limit: PortfolioProblem['limits'][number]): PortfolioProblem['limits'][number] {
  const { atLeast: _, ...rest } = limit;
  return { ...rest, atMost: 1e12 };
}
