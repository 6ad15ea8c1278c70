import type { Highs, ModelData } from 'highs';
import { type Column, type Cut, isInCut, keepsPlaces, type Places } from './column.ts';
import { relaxIn } from './highs-relaxation.ts';
import type { LinearSolver } from './linear-solver.ts';

const optimal = 7;
const infeasible = 8;

/** HiGHS, compiled to WebAssembly: exact, on one thread. */
export function highsSolver(highs: Highs): LinearSolver {
  return {
    relax: (places, work) => relaxIn(highs, places, work),
    choose: ({ columns, places, cuts, start, sure, seconds }) => {
      if (seconds <= 0) return { chosen: undefined, bound: Number.POSITIVE_INFINITY, isDone: false };
      return highs.withModel(wholeModel(highs, columns, places, cuts, new Set(sure)), (model) => {
        model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds });
        const from = new Set(start.map(({ key }) => key));
        if (from.size > 0) model.setSolution({ colValue: columns.map(({ key }) => (from.has(key) ? 1 : 0)) });
        model.run();
        const status = model.getModelStatus();
        if (status === infeasible)
          return { chosen: undefined, bound: Number.NEGATIVE_INFINITY, isDone: true };
        const { colValue } = model.getSolution();
        const chosen = columns.filter((_, index) => (colValue[index] ?? 0) > 0.5);
        const isDone = status === optimal;
        const bound = isDone ? model.getObjectiveValue() : Number(model.info.get('mip_dual_bound'));
        return { chosen: keepsPlaces(chosen, places) ? chosen : undefined, bound, isDone };
      });
    },
  };
}

function wholeModel(
  highs: Highs,
  columns: readonly Column[],
  places: Places,
  cuts: readonly Cut[],
  sure: ReadonlySet<Column>,
): ModelData {
  const [numCols, cities] = [columns.length, places.atMost.length];
  const starts = [0];
  const indices: number[] = [];
  for (const column of columns) {
    indices.push(...column.cities);
    cuts.forEach((cut, index) => {
      if (isInCut(column, cut)) indices.push(cities + index);
    });
    starts.push(indices.length);
  }
  const numRows = cities + cuts.length;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ points }) => points),
    colLower: Float64Array.from(columns, (column) => (sure.has(column) ? 1 : 0)),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from([...places.atLeast, ...cuts.map(() => Number.NEGATIVE_INFINITY)]),
    rowUpper: Float64Array.from([...places.atMost, ...cuts.map(({ most }) => most)]),
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
    integrality: new Int32Array(numCols).fill(1),
  };
}
