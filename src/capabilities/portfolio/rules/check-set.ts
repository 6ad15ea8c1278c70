import { groupKey, type Grant, type Limit, type PortfolioProblem } from './problem.ts';
import { splitByDonor } from './split-by-donor.ts';

/** How a set stands to one limit, in whole numbers: what it comes to, and whether it keeps to it. */
export interface LimitState {
  readonly limitId: string;
  /** A count, minor units, or hundredths of a per cent; of `each`, the largest. */
  readonly value: number;
  readonly keeps: boolean;
  /** Nothing more fits on the side that binds. */
  readonly atBound: boolean;
}

/** Every limit of the problem against a set, by exact arithmetic: what the solver found, or what a person put together. */
export function limitStates(problem: PortfolioProblem, grants: readonly Grant[]): LimitState[] {
  return problem.limits.map((limit) => stateOf(limit, problem, grants));
}

export type SetFault =
  | { readonly kind: 'limit'; readonly limitId: string }
  | { readonly kind: 'donors' }
  | { readonly kind: 'unknown' | 'forced-out' | 'steps'; readonly id: string }
  | { readonly kind: 'forced-in-missing'; readonly id: string };

/** What is wrong with a set; nothing when it may be decided on. */
export function faultsOf(problem: PortfolioProblem, grants: readonly Grant[]): SetFault[] {
  const known = new Set(problem.candidates.map(({ id }) => id));
  const out = new Set(problem.forcedOut);
  const chosen = new Set(grants.map(({ id }) => id));
  return [
    ...grants.flatMap((grant): SetFault[] => {
      if (!known.has(grant.id)) return [{ kind: 'unknown', id: grant.id }];
      if (out.has(grant.id)) return [{ kind: 'forced-out', id: grant.id }];
      const fits = grant.steps >= problem.leastSteps && grant.steps <= problem.steps;
      return fits ? [] : [{ kind: 'steps', id: grant.id }];
    }),
    ...problem.forcedIn.flatMap((id): SetFault[] =>
      chosen.has(id) ? [] : [{ kind: 'forced-in-missing', id }],
    ),
    ...limitStates(problem, grants).flatMap(({ limitId, keeps }): SetFault[] =>
      keeps ? [] : [{ kind: 'limit', limitId }],
    ),
    ...('short' in splitByDonor(problem.donors, grants) ? [{ kind: 'donors' } as const] : []),
  ];
}

function stateOf(limit: Limit, { candidates }: PortfolioProblem, grants: readonly Grant[]): LimitState {
  const groupsOf = new Map(candidates.map(({ id, groups }) => [id, groups]));
  const within = (key: string) => grants.filter(({ id }) => groupsOf.get(id)?.includes(key) ?? false);
  const money = (some: readonly Grant[]) => some.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = limit;
  const judged = (value: number) => ({
    limitId: limit.id,
    value,
    keeps: value >= atLeast && value <= atMost,
    atBound: value === atLeast || value === atMost,
  });
  switch (limit.kind) {
    case 'money':
      return judged(money(grants));
    case 'grants':
      return judged(grants.length);
    case 'grants-in':
      return judged(within(groupKey(limit.group)).length);
    case 'money-in':
      return judged(money(within(groupKey(limit.group))));
    case 'share-of-grants':
      return shareState(limit, within(groupKey(limit.group)).length, grants.length);
    case 'share-of-money':
      return shareState(limit, money(within(groupKey(limit.group))), money(grants));
    case 'each':
    default: {
      const keys = new Set(
        candidates.flatMap(({ groups }) => groups.filter((key) => key.startsWith(`${limit.by}:`))),
      );
      const counts = [...keys].map((key) => within(key).length);
      const least = Math.min(...counts, Number.POSITIVE_INFINITY);
      const most = Math.max(...counts, 0);
      return {
        limitId: limit.id,
        value: most,
        keeps: most <= atMost && (counts.length === 0 || least >= atLeast),
        atBound: most === atMost || least === atLeast,
      };
    }
  }
}

/** By products, not quotients: a third is a third. */
function shareState(limit: Limit, part: number, of: number): LimitState {
  const whole = 10_000;
  const side = (share: number) => part * whole - share * of;
  const low = limit.atLeast === undefined ? Number.POSITIVE_INFINITY : side(limit.atLeast);
  const high = limit.atMost === undefined ? Number.NEGATIVE_INFINITY : side(limit.atMost);
  return {
    limitId: limit.id,
    value: of === 0 ? 0 : Math.round((part * whole) / of),
    keeps: low >= 0 && high <= 0,
    atBound: low === 0 || high === 0,
  };
}
