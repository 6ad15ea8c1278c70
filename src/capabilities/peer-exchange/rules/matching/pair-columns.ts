import { type Column, type ColumnSource, gainOf } from './column.ts';

const seedsPerCity = 8;
const freshPerCity = 6;

/** Pairs are few enough to list: at most half the square of the pool. */
export function pairColumns(all: readonly Column[], cities: number): ColumnSource {
  const byPoints = all.toSorted((a, b) => b.points - a.points);
  return {
    count: all.length,
    seeds: () => bestOfEach(byPoints, cities, seedsPerCity),
    gaining: (prices, known) => {
      const gains = all
        .filter(({ key }) => !known.has(key))
        .map((column) => ({ column, gain: gainOf(column, prices) }))
        .filter(({ gain }) => gain > 1e-7)
        .toSorted((a, b) => b.gain - a.gain);
      return bestOfEach(
        gains.map(({ column }) => column),
        cities,
        freshPerCity,
      );
    },
    within: (prices, floor, limit) => {
      const kept = all.filter((column) => gainOf(column, prices) >= floor);
      return kept.length > limit ? undefined : kept;
    },
  };
}

/** In the order given, those that are among the first few of at least one of their cities. */
function bestOfEach(ordered: readonly Column[], cities: number, each: number): Column[] {
  const taken = Array.from({ length: cities }, () => 0);
  return ordered.filter((column) => {
    const wanted = column.cities.some((city) => (taken[city] ?? 0) < each);
    if (wanted) for (const city of column.cities) taken[city] = (taken[city] ?? 0) + 1;
    return wanted;
  });
}
