import type { Column, ColumnSource, Places } from './column.ts';
import { greedyChoice } from './greedy.ts';
import type { Relaxation, Relaxed } from './linear-solver.ts';

/**
 * A whole choice near the relaxed optimum: the largest shares become whole, the rest is solved again with columns that fit what is
 * left, until no share remains. A start for the exact search, not its answer.
 */
export function diveFrom(
  relaxed: Relaxed,
  relaxation: Relaxation,
  source: ColumnSource,
  known: Map<string, Column>,
  places: Places,
  secondsLeft: () => number,
): Column[] {
  const left = [...places.atMost];
  const fixed = new Map<string, Column>();
  let current = relaxed;
  for (let round = 0; round < 60 && secondsLeft() > 0; round++) {
    const open = current.shares
      .filter(({ column }) => !fixed.has(column.key))
      .toSorted((a, b) => b.share - a.share);
    const wanted = Math.max(1, Math.ceil(open.length / 8));
    let taken = 0;
    for (const { column, share } of open) {
      if ((share < 0.99 && taken >= wanted) || column.cities.some((city) => (left[city] ?? 0) < 1)) continue;
      for (const city of column.cities) left[city] = (left[city] ?? 0) - 1;
      relaxation.fix(column, 1);
      fixed.set(column.key, column);
      taken += 1;
    }
    if (taken === 0) break;
    current = relaxation.solve();
    const fresh = source.gaining(current.prices, known);
    for (const column of fresh) known.set(column.key, column);
    if (fresh.length > 0) {
      relaxation.addColumns(fresh);
      current = relaxation.solve();
    }
  }
  // What time did not allow to solve is filled, best first.
  return [...fixed.values(), ...greedyChoice([...known.values()], { ...places, atMost: left })];
}
