import type { Candidate, DonorPot, Limit, PortfolioProblem } from './rules/problem.ts';

/** Dice that fall alike for the same seed (mulberry32). */
export function diceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface ProblemWish {
  readonly candidates: number;
  readonly steps?: number;
  readonly leastSteps?: number;
}

/** A made-up window: applications of many kinds, donors with restrictions, and a dozen limits that pull against each other. */
export function aProblem(
  seed: number,
  { candidates: count, steps = 1, leastSteps = 1 }: ProblemWish,
): PortfolioProblem {
  const dice = diceFrom(seed);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(dice() * some.length)] as T;
  const between = (low: number, high: number) => low + Math.floor(dice() * (high - low + 1));
  const candidates = Array.from({ length: count }, (_, index): Candidate => {
    const region = pick(['africa', 'americas', 'asia', 'europe']);
    return {
      id: `a${index}`,
      cityId: `c${index}`,
      points: between(3000, 9500),
      askMinor: between(40, 100) * 500_000,
      groups: [
        `region:${region}`,
        `country:${region}-${between(1, 9)}`,
        `income-group:${pick(['L', 'LM', 'UM', 'H'])}`,
        `theme:${pick(['jobs', 'children', 'climate', 'housing'])}`,
        ...(dice() < 0.55 ? ['secondary-city:yes'] : []),
        ...(dice() < 0.75 ? ['global-south:yes'] : []),
      ],
    };
  });
  const budget = Math.round(count * 0.12 * 36_000_000);
  const fits = (rule: (candidate: Candidate) => boolean) => candidates.filter(rule).map(({ id }) => id);
  const pot = (id: string, share: number, mayFund: readonly string[]): DonorPot => ({
    id,
    atMostMinor: Math.round(budget * share),
    mayFund,
  });
  const donors = [
    pot(
      'open',
      0.45,
      fits(() => true),
    ),
    pot(
      'africa-only',
      0.25,
      fits(({ groups }) => groups.includes('region:africa')),
    ),
    pot(
      'lower-income',
      0.3,
      fits(({ groups }) => groups.some((key) => key === 'income-group:L' || key === 'income-group:LM')),
    ),
  ];
  const limits: Limit[] = [
    { id: 'money', kind: 'money', atMost: budget },
    { id: 'grants', kind: 'grants', atLeast: 1, atMost: Math.ceil(count * 0.2) },
    { id: 'secondary', kind: 'share-of-grants', group: { by: 'secondary-city', is: 'yes' }, atLeast: 5000 },
    { id: 'south', kind: 'share-of-money', group: { by: 'global-south', is: 'yes' }, atLeast: 7000 },
    { id: 'country', kind: 'each', by: 'country', atMost: 3 },
    { id: 'high-income', kind: 'share-of-money', group: { by: 'income-group', is: 'H' }, atMost: 1500 },
    { id: 'europe', kind: 'share-of-grants', group: { by: 'region', is: 'europe' }, atMost: 2500 },
    {
      id: 'americas',
      kind: 'grants-in',
      group: { by: 'region', is: 'americas' },
      atMost: Math.ceil(count * 0.06),
    },
    { id: 'asia', kind: 'money-in', group: { by: 'region', is: 'asia' }, atMost: Math.round(budget * 0.4) },
    {
      id: 'children',
      kind: 'grants-in',
      group: { by: 'theme', is: 'children' },
      atMost: Math.ceil(count * 0.07),
    },
    { id: 'jobs', kind: 'share-of-grants', group: { by: 'theme', is: 'jobs' }, atMost: 4000 },
    { id: 'climate', kind: 'share-of-money', group: { by: 'theme', is: 'climate' }, atMost: 4500 },
  ];
  return { candidates, donors, limits, forcedIn: [], forcedOut: [], steps, leastSteps, secondsAtMost: 60 };
}
