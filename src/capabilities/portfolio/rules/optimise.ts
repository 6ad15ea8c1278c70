import type { Highs, ModelData } from 'highs';
import { faultsOf } from './check-set.ts';
import { moneyUnit, type Row, rowsOf } from './limit-rows.ts';
import { amountOf, type Grant, type Portfolio, type PortfolioProblem, worthOf } from './problem.ts';
import { splitByDonor } from './split-by-donor.ts';

const optimal = 7;
const infeasible = 8;
const eitherInfeasible = 9;

/** `proven`: no set that keeps to the limits has more points. `best-found`: time ran out before that was shown. */
export type Outcome =
  | { readonly kind: 'proven'; readonly portfolio: Portfolio }
  | { readonly kind: 'best-found'; readonly portfolio: Portfolio | null; readonly bound: number }
  | { readonly kind: 'impossible' };

/** Sets that were had already and are not wanted again. */
export type Without = readonly (readonly string[])[];

/**
 * The set with most points that keeps to every limit and every donor's restriction: an integer program, solved by HiGHS (Huangfu
 * and Hall, 2018). Donors enter by Hall's condition, set by set of pots as one turns out too small, so that no sum is
 * divided by guesswork; what comes out is checked again in whole numbers.
 * @throws Error when the solver's set breaks a limit in exact arithmetic
 */
export function optimise(highs: Highs, problem: PortfolioProblem, without: Without = []): Outcome {
  const rows = problem.limits.flatMap((limit) => rowsOf(limit, problem));
  const cuts = [...potSets(problem)];
  const began = performance.now();
  for (;;) {
    const seconds = problem.secondsAtMost - (performance.now() - began) / 1000;
    const donorRows = cuts.map((pots) => donorRow(problem, pots));
    const solved = solve(highs, modelOf(highs, problem, [...rows, ...donorRows], without), seconds);
    if (solved.kind === 'impossible') return solved;
    if (!solved.values) return { kind: 'best-found', portfolio: null, bound: solved.bound };
    const grants = grantsOf(problem, solved.values);
    const split = splitByDonor(problem.donors, grants);
    if ('short' in split) {
      cuts.push(split.short);
      continue;
    }
    const [fault] = faultsOf(problem, grants);
    if (fault) throw new Error(`the solver's set breaks ${JSON.stringify(fault)}`);
    const portfolio: Portfolio = {
      grants,
      points: worthOf(grants, problem),
      spentMinor: grants.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      allocations: split.allocations,
    };
    return solved.proven
      ? { kind: 'proven', portfolio }
      : { kind: 'best-found', portfolio, bound: solved.bound / problem.steps };
  }
}

/** Each set of pots that some candidate depends on, and all together: what usually binds. */
function potSets({ donors, candidates }: PortfolioProblem): Set<readonly string[]> {
  const sets = new Map<string, readonly string[]>();
  const add = (pots: readonly string[]) => void sets.set(pots.join(' '), pots);
  add(donors.map(({ id }) => id));
  const may = donors.map(({ id, mayFund }) => ({ id, mayFund: new Set(mayFund) }));
  for (const { id } of candidates) add(may.filter((pot) => pot.mayFund.has(id)).map((pot) => pot.id));
  return new Set(sets.values());
}

/** What only these pots may fund is at most what they hold. */
function donorRow({ donors, candidates, steps }: PortfolioProblem, pots: readonly string[]): Row {
  const inside = new Set(pots);
  const others = donors.filter(({ id }) => !inside.has(id));
  const elsewhere = new Set(others.flatMap(({ mayFund }) => mayFund));
  const holds = donors.reduce((sum, pot) => sum + (inside.has(pot.id) ? pot.atMostMinor : 0), 0);
  return {
    limitId: 'donors',
    whenIn: new Map(),
    perStep: new Map(
      [...candidates.entries()].flatMap(([index, { id, askMinor }]) =>
        elsewhere.has(id) ? [] : [[index, askMinor / moneyUnit / steps] as const],
      ),
    ),
    atLeast: Number.NEGATIVE_INFINITY,
    atMost: holds / moneyUnit,
  };
}

type Solved =
  | { readonly kind: 'impossible' }
  | {
      readonly kind: 'solved';
      readonly values: Float64Array | undefined;
      readonly bound: number;
      readonly proven: boolean;
    };

function solve(highs: Highs, data: ModelData, seconds: number): Solved {
  if (seconds <= 0)
    return { kind: 'solved', values: undefined, bound: Number.POSITIVE_INFINITY, proven: false };
  return highs.withModel(data, (model): Solved => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds });
    model.options.set({ mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 });
    model.run();
    const status = model.getModelStatus();
    if (status === infeasible || status === eitherInfeasible) return { kind: 'impossible' };
    const proven = status === optimal;
    const bound = Number(model.info.get('mip_dual_bound'));
    const found = proven || Number(model.info.get('primal_solution_status')) === 2;
    return { kind: 'solved', values: found ? model.getSolution().colValue : undefined, bound, proven };
  });
}

/** One column says whether a candidate is in; where a window funds in part, a second says in how many steps. */
function modelOf(highs: Highs, problem: PortfolioProblem, rows: readonly Row[], without: Without): ModelData {
  const { candidates, steps, leastSteps } = problem;
  const n = candidates.length;
  const partial = steps > 1;
  const numCols = partial ? 2 * n : n;
  const [forcedIn, forcedOut] = [new Set(problem.forcedIn), new Set(problem.forcedOut)];
  const columns: [row: number, value: number][][] = Array.from({ length: numCols }, () => []);
  const lower: number[] = [];
  const upper: number[] = [];
  const add = (atLeast: number, atMost: number) =>
    lower.push(atLeast) + upper.push(atMost) - upper.length - 1;
  const put = (row: number, column: number, value: number) => {
    if (value !== 0) columns[column]?.push([row, value]);
  };
  for (const row of rows) {
    const at = add(row.atLeast, row.atMost);
    const sums = new Map<number, number>(row.whenIn);
    for (const [index, value] of row.perStep) {
      if (partial) put(at, n + index, value);
      else sums.set(index, (sums.get(index) ?? 0) + value);
    }
    for (const [index, value] of sums) put(at, index, value);
  }
  for (const index of partial ? candidates.keys() : []) {
    const most = add(Number.NEGATIVE_INFINITY, 0);
    put(most, n + index, 1);
    put(most, index, -steps);
    const least = add(0, Number.POSITIVE_INFINITY);
    put(least, n + index, 1);
    put(least, index, -leastSteps);
  }
  for (const set of without) {
    const inside = new Set(set);
    const at = add(1 - inside.size, Number.POSITIVE_INFINITY);
    for (const [index, { id }] of candidates.entries()) put(at, index, inside.has(id) ? -1 : 1);
  }
  const points = candidates.map((one) => one.points * (partial ? 1 : steps));
  const starts = [0];
  for (const column of columns) starts.push((starts.at(-1) ?? 0) + column.length);
  return {
    numCols,
    numRows: lower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(partial ? [...points.map(() => 0), ...points] : points),
    colLower: Float64Array.from({ length: numCols }, (_, index) =>
      index < n && forcedIn.has(candidates[index]?.id ?? '') ? 1 : 0,
    ),
    colUpper: Float64Array.from({ length: numCols }, (_, index) =>
      index >= n ? steps : forcedOut.has(candidates[index]?.id ?? '') ? 0 : 1,
    ),
    rowLower: Float64Array.from(lower),
    rowUpper: Float64Array.from(upper),
    matrix: {
      format: 'csc',
      numRows: lower.length,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(columns.flatMap((column) => column.map(([row]) => row))),
      values: Float64Array.from(columns.flatMap((column) => column.map(([, value]) => value))),
    },
    integrality: new Int32Array(numCols).fill(1),
  };
}

function grantsOf({ candidates, steps }: PortfolioProblem, values: Float64Array): Grant[] {
  const n = candidates.length;
  return candidates.flatMap(({ id, askMinor }, index) => {
    if ((values[index] ?? 0) < 0.5) return [];
    const given = steps > 1 ? Math.round(values[n + index] ?? 0) : 1;
    return [{ id, steps: given, amountMinor: amountOf(askMinor, given, steps) }];
  });
}
