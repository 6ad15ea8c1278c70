import { type Column, type ColumnSource, gainOf, keepsPlaces, type Places, totalOf } from './column.ts';
import { diveFrom } from './dive.ts';
import type { LinearSolver, Relaxation, Relaxed } from './linear-solver.ts';
import { oddSets } from './odd-sets.ts';

export interface Choice {
  readonly chosen: readonly Column[];
  readonly total: number;
  /** Nothing over all columns can have more. */
  readonly bound: number;
  /** How many columns the solver had to see. */
  readonly looked: number;
}

const tolerance = 1e-5;
/** When more columns than this could still matter, they are not all looked at: the gap is reported instead. */
const columnLimit = 40_000;
const cutRounds = 12;
const firstMargin = 8;

/**
 * The best choice over all columns of the source, though the solver sees few of them.
 *
 * 1. Relaxed (shares allowed), columns come in as they gain at the current prices, and odd sets are cut off. When none gains, the value
 *    is the optimum of the relaxed problem over *all* columns: nothing whole can exceed it.
 * 2. By duality a whole choice with a column of gain g < 0 is worth at most value + g, and one without a column of gain g > 0 at most
 *    value - g. So every choice within a margin of the value stands among the columns with a gain of -margin or more, and has all whose
 *    gain exceeds the margin. If the best of those few reaches value - margin, it is the best of all; if not, nothing does, the bound
 *    falls, and a wider margin is tried.
 *
 * @param fallback a choice to do better than, should time run out
 * @returns undefined when what must be filled cannot be, or nothing was found in time
 */
export function bestChoice(
  source: ColumnSource,
  places: Places,
  solver: LinearSolver,
  secondsLeft: () => number,
  fallback: readonly Column[] = [],
): Choice | undefined {
  const known = new Map(source.seeds().map((column) => [column.key, column]));
  const { relaxed, cuts, start } = solver.relax(places, (relaxation) => {
    relaxation.addColumns([...known.values()]);
    const settled = settle(source, relaxation, known, places);
    const { relaxed } = settled;
    if (relaxed.short) return { ...settled, start: [] };
    if (isWhole(relaxed)) return { ...settled, start: relaxed.shares.map(({ column }) => column) };
    return { ...settled, start: diveFrom(relaxed, relaxation, source, known, places, secondsLeft) };
  });
  if (relaxed.short) return undefined;
  const ceiling = Math.floor(relaxed.value + tolerance);
  const starts = [start, fallback].filter((choice) => keepsPlaces(choice, places));
  const [begin] = starts.toSorted((a, b) => totalOf(b) - totalOf(a));
  const found: { chosen: readonly Column[] | undefined; bound: number; looked: number } = {
    chosen: begin,
    bound: ceiling,
    looked: known.size,
  };
  for (let margin = firstMargin; ; margin *= 4) {
    if (found.chosen) {
      const total = totalOf(found.chosen);
      if (total >= found.bound) break;
      // Only what is worth a whole point more is still of interest.
      margin = Math.min(margin, relaxed.value - total - 1 + tolerance);
    }
    const open = source.within(relaxed.prices, -margin - tolerance, columnLimit);
    const columns = open ?? [...known.values()];
    found.looked = Math.max(found.looked, columns.length);
    const sure = open ? open.filter((column) => gainOf(column, relaxed.prices) > margin + tolerance) : [];
    const question = { columns, places, cuts, start: found.chosen ?? [], sure, seconds: secondsLeft() };
    const best = solver.choose(question);
    if (best.chosen && (!found.chosen || totalOf(best.chosen) > totalOf(found.chosen)))
      found.chosen = best.chosen;
    if (open) {
      // Better than these either lies outside the margin, or does not exist.
      const inside = Number.isFinite(best.bound)
        ? Math.floor(best.bound + tolerance)
        : Number.NEGATIVE_INFINITY;
      if (best.bound < Number.POSITIVE_INFINITY)
        found.bound = Math.min(found.bound, Math.max(inside, Math.ceil(relaxed.value - margin) - 1));
    }
    if (!open || !best.isDone || margin > relaxed.value) break;
  }
  if (!found.chosen) return undefined;
  const total = totalOf(found.chosen);
  return { chosen: found.chosen, total, bound: Math.max(total, found.bound), looked: found.looked };
}

/** Brings in columns and cuts until neither changes anything. */
function settle(source: ColumnSource, relaxation: Relaxation, known: Map<string, Column>, places: Places) {
  const cuts: ReturnType<typeof oddSets> = [];
  for (let round = 0; ; round++) {
    let relaxed = relaxation.solve();
    for (;;) {
      const fresh = source.gaining(relaxed.prices, known);
      if (fresh.length === 0) break;
      for (const column of fresh) known.set(column.key, column);
      relaxation.addColumns(fresh);
      relaxed = relaxation.solve();
    }
    const isPairs = relaxed.shares.every(({ column }) => column.cities.length === 2);
    const found = isPairs && round < cutRounds ? oddSets(relaxed.shares, places) : [];
    if (found.length === 0) return { relaxed, cuts };
    cuts.push(...found);
    relaxation.addCuts(found);
  }
}

function isWhole({ shares, short }: Relaxed): boolean {
  return !short && shares.every(({ share }) => share > 1 - 1e-6);
}
