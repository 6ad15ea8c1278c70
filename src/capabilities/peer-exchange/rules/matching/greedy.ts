import type { Column, Places } from './column.ts';

/** Best first, then the next that still has room: what the optimum is compared with, never what is proposed. */
export function greedyChoice(columns: readonly Column[], places: Places): Column[] {
  const left = [...places.atMost];
  return columns
    .toSorted((a, b) => b.points - a.points)
    .filter((column) => {
      if (column.cities.some((city) => (left[city] ?? 0) < 1)) return false;
      for (const city of column.cities) left[city] = (left[city] ?? 0) - 1;
      return true;
    });
}
