import type { Highs } from 'highs';
import { type Column, type Cut, isInCut, noPrices, type Places } from './column.ts';
import type { Relaxation, Relaxed } from './linear-solver.ts';

const optimal = 7;
/** New columns leave the last solution allowed, new rows and bounds leave its prices right: each has its own way to go on. */
const [dual, primal] = [1, 4];

/** Stands for the column that would fill what must be filled, at a price nobody would pay. */
const missing = -1_000_000;

type Model = ReturnType<Highs['createModel']>;

/** A linear program kept in HiGHS: what is added later starts from the solution before. */
export function relaxIn<T>(highs: Highs, places: Places, work: (relaxation: Relaxation) => T): T {
  return highs.withModel((model) => {
    model.options.set({ output_flag: false });
    model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
    places.atMost.forEach((most, city) => {
      model.addRow(places.atLeast[city] ?? 0, most, { indices: [], values: [] });
    });
    const standIns = places.atLeast.flatMap((least, city) => (least > 0 ? [city] : []));
    for (const [index, city] of standIns.entries()) {
      model.addVar(0, 1);
      model.changeColCost(index, missing);
      model.changeCoefficient(city, index, 1);
    }
    return work(relaxationOf(model, places.atMost.length, standIns.length));
  });
}

function relaxationOf(model: Model, cities: number, standIns: number): Relaxation {
  const columns: Column[] = [];
  const placeOf = new Map<string, number>();
  const cuts: Cut[] = [];
  return {
    addColumns: (fresh) => {
      if (fresh.length === 0) return;
      model.addCols(columnData(fresh, cuts, cities));
      model.options.set('simplex_strategy', primal);
      for (const column of fresh) placeOf.set(column.key, standIns + columns.push(column) - 1);
    },
    addCuts: (fresh) => {
      for (const cut of fresh) {
        const indices = columns.flatMap((column, index) => (isInCut(column, cut) ? [standIns + index] : []));
        model.addRow(Number.NEGATIVE_INFINITY, cut.most, { indices, values: indices.map(() => 1) });
        cuts.push(cut);
        model.options.set('simplex_strategy', dual);
      }
    },
    fix: (column, share) => {
      const index = placeOf.get(column.key);
      if (index !== undefined) model.changeColBounds(index, share, share);
      model.options.set('simplex_strategy', dual);
    },
    solve: () => solved(model, columns, cuts, cities, standIns),
  };
}

function solved(
  model: Model,
  columns: readonly Column[],
  cuts: readonly Cut[],
  cities: number,
  standIns: number,
): Relaxed {
  if (columns.length + standIns === 0) return { value: 0, prices: noPrices, shares: [], short: false };
  model.run();
  if (model.getModelStatus() !== optimal)
    throw new Error(`the relaxed matching ended as ${model.getModelStatus()}`);
  const { rowDual, colValue } = model.getSolution();
  return {
    value: model.getObjectiveValue(),
    prices: {
      cities: [...rowDual.subarray(0, cities)],
      cuts: cuts
        .map((cut, index) => ({ cut, price: rowDual[cities + index] ?? 0 }))
        .filter(({ price }) => Math.abs(price) > 1e-9),
    },
    shares: columns.flatMap((column, index) => {
      const share = colValue[standIns + index] ?? 0;
      return share > 1e-7 ? [{ column, share }] : [];
    }),
    short: colValue.subarray(0, standIns).some((amount) => amount > 1e-6),
  };
}

function columnData(columns: readonly Column[], cuts: readonly Cut[], cities: number) {
  const starts = [0];
  const indices: number[] = [];
  for (const column of columns) {
    indices.push(...column.cities.toSorted((a, b) => a - b));
    cuts.forEach((cut, index) => {
      if (isInCut(column, cut)) indices.push(cities + index);
    });
    starts.push(indices.length);
  }
  return {
    cost: Float64Array.from(columns, ({ points }) => points),
    lower: new Float64Array(columns.length),
    upper: new Float64Array(columns.length).fill(1),
    matrix: {
      format: 'csc' as const,
      numRows: cities + cuts.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  };
}
