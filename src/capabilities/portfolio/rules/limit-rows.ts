import { groupKey, type Limit, type PortfolioProblem } from './problem.ts';

/** A linear row over the candidates: `whenIn` counts when one is chosen, `perStep` for each step it is given. */
export interface Row {
  readonly limitId: string;
  readonly whenIn: ReadonlyMap<number, number>;
  readonly perStep: ReadonlyMap<number, number>;
  readonly atLeast: number;
  readonly atMost: number;
}

const whole = 10_000;
/** A thousand of a currency with two decimals: keeps the solver's numbers near one another. */
export const moneyUnit = 100_000;
const none = Number.NEGATIVE_INFINITY;
const all = Number.POSITIVE_INFINITY;

/** A limit as the rows that the solver keeps. A share becomes a row without a quotient: what is in, less its share of all. */
export function rowsOf(limit: Limit, problem: PortfolioProblem): Row[] {
  const { candidates, steps } = problem;
  const everyone = [...candidates.keys()];
  const isIn = (key: string) => (index: number) => candidates[index]?.groups.includes(key) ?? false;
  const money = (index: number) => (candidates[index]?.askMinor ?? 0) / moneyUnit / steps;
  const ofMoney = limit.kind === 'money' || limit.kind === 'money-in';
  // Steps are rounded down to the minor unit, one by one: what must be reached is reached after rounding as well.
  const lost = ofMoney && steps > 1 ? candidates.length : 0;
  const unit = ofMoney ? moneyUnit : 1;
  const bounds = {
    limitId: limit.id,
    atLeast: ((limit.atLeast ?? none) + lost) / unit,
    atMost: (limit.atMost ?? all) / unit,
  };
  const nothing: ReadonlyMap<number, number> = new Map();
  const map = (over: readonly number[], coefficient: (index: number) => number) =>
    new Map(over.map((index) => [index, coefficient(index)]));
  switch (limit.kind) {
    case 'money':
      return [{ ...bounds, whenIn: nothing, perStep: map(everyone, money) }];
    case 'grants':
      return [{ ...bounds, whenIn: map(everyone, () => 1), perStep: nothing }];
    case 'grants-in':
      return [
        { ...bounds, whenIn: map(everyone.filter(isIn(groupKey(limit.group))), () => 1), perStep: nothing },
      ];
    case 'money-in':
      return [
        { ...bounds, whenIn: nothing, perStep: map(everyone.filter(isIn(groupKey(limit.group))), money) },
      ];
    case 'share-of-grants':
    case 'share-of-money': {
      const inside = isIn(groupKey(limit.group));
      const weight = limit.kind === 'share-of-grants' ? () => 1 : money;
      const side = (share: number) =>
        map(everyone, (index) => weight(index) * ((inside(index) ? 1 : 0) - share / whole));
      const row = (share: number, range: { atLeast: number; atMost: number }): Row => ({
        limitId: limit.id,
        ...(limit.kind === 'share-of-grants'
          ? { whenIn: side(share), perStep: nothing }
          : { whenIn: nothing, perStep: side(share) }),
        ...range,
      });
      return [
        ...(limit.atLeast === undefined ? [] : [row(limit.atLeast, { atLeast: 0, atMost: all })]),
        ...(limit.atMost === undefined ? [] : [row(limit.atMost, { atLeast: none, atMost: 0 })]),
      ];
    }
    case 'each':
    default: {
      const keys = new Set(
        candidates.flatMap(({ groups }) => groups.filter((key) => key.startsWith(`${limit.by}:`))),
      );
      return [...keys].map((key) => ({
        ...bounds,
        whenIn: map(everyone.filter(isIn(key)), () => 1),
        perStep: nothing,
      }));
    }
  }
}
