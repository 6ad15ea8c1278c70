import { aProblem, aVariedPool } from '../src/capabilities/peer-exchange/builders.ts';
import { highsSolver } from '../src/capabilities/peer-exchange/rules/matching/highs-solver.ts';
import { loadHighs } from '../src/platform/solver/load-highs.ts';
import { matchPool } from '../src/capabilities/peer-exchange/rules/matching/match-pool.ts';
import { aheadOfGreed, gapPercent } from '../src/capabilities/peer-exchange/rules/run-result.ts';
import type { Shape } from '../src/capabilities/peer-exchange/rules/pool-city.ts';

/** One round over a made-up pool. Ten seconds is wanted for 500 cities; a gap of 0 means that the optimum is proven. */
export interface MatchingMeasure {
  readonly shape: Shape;
  readonly cities: number;
  /** Fewer topics make more pairs possible: 4 is harder than 16. */
  readonly topics: number;
  readonly seed: number;
  readonly candidates: number;
  readonly looked: number;
  /** Of computing, as the job counts it; and by the clock, with whatever else the machine did. */
  readonly seconds: number;
  readonly wallSeconds: number;
  readonly total: number;
  readonly gapPercent: number;
  readonly aheadOfGreedPercent: number;
}

const pools: readonly (readonly [Shape, number, number])[] = [
  ['pairs', 500, 16],
  ['pairs', 500, 4],
  ['pairs', 1000, 16],
  ['groups', 500, 16],
  ['groups', 500, 4],
];

function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Solves each pool for a few seeds, on one thread, with the limit that the job has. */
export async function benchMatching(seeds: readonly number[] = [1, 2, 3]): Promise<MatchingMeasure[]> {
  const solver = highsSolver(await loadHighs());
  return pools.flatMap(([shape, cities, topics]) =>
    seeds.flatMap((seed): MatchingMeasure[] => {
      const problem = aProblem(aVariedPool(cities, seed, topics), { shape, secondsAtMost: 9 });
      const began = performance.now();
      const result = matchPool(problem, solver, computed);
      const wallSeconds = (performance.now() - began) / 1000;
      if (!result) return [];
      const { candidates, looked, seconds, total } = result;
      const whole = { ...result, cities, lists: [], wishes: [] };
      return [
        {
          shape,
          cities,
          topics,
          seed,
          candidates,
          looked,
          seconds,
          total,
          wallSeconds,
          gapPercent: gapPercent(whole),
          aheadOfGreedPercent: aheadOfGreed(whole),
        },
      ];
    }),
  );
}

if (process.argv[1]?.endsWith('matching.ts')) {
  const rounded = (value: number) => Math.round(value * 100) / 100;
  console.table(
    (await benchMatching()).map((measure) =>
      Object.fromEntries(
        Object.entries(measure).map(([key, value]) => [
          key,
          typeof value === 'number' ? rounded(value) : value,
        ]),
      ),
    ),
  );
}
