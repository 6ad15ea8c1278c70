import { bestPerRow, type Pairing, type WeighedAsk } from './pairing.ts';

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly coverage: number;
}

/** Weighted share of the ask's matter found; likenesses below 1 count in part. */
export function coverageOf(ask: WeighedAsk, best: Float64Array): number {
  let found = 0;
  for (let row = 0; row < best.length; row += 1)
    found += (ask.weights[row] as number) * (best[row] as number);
  return found / ask.total;
}

/**
 * The stretch of the clause, about twice as long as the ask, that covers most of it. A long paragraph mentions
 * everything somewhere; an answered ask stands together.
 */
export function bestWindow(ask: WeighedAsk, pairing: Pairing): Window {
  const size = Math.max(10, Math.round(pairing.rows * 1.8) + 2);
  if (pairing.columns <= size)
    return { from: 0, to: pairing.columns, coverage: coverageOf(ask, bestPerRow(pairing)) };
  const step = Math.max(1, Math.floor(size / 4));
  let top: Window = { from: 0, to: size, coverage: 0 };
  for (let from = 0; from < pairing.columns; from += step) {
    const to = Math.min(pairing.columns, from + size);
    const coverage = coverageOf(ask, bestPerRow(pairing, from, to));
    if (coverage > top.coverage) top = { from, to, coverage };
    if (to === pairing.columns) break;
  }
  return top;
}

/** The share of the heaviest `count` matters of the ask that are found; the weakest link of a claim. */
export function heaviestFound(ask: WeighedAsk, best: Float64Array, count: number): number {
  const heavy = [...ask.weights.keys()]
    .filter((row) => (ask.weights[row] as number) > 0)
    .toSorted((a, b) => (ask.weights[b] as number) - (ask.weights[a] as number));
  const top = heavy.slice(0, Math.min(count, heavy.length));
  if (top.length === 0) return 0;
  return top.reduce((sum, row) => sum + (best[row] as number), 0) / top.length;
}

/** Weighted share of the ask's neighbouring matters (within `reach` terms) that are neighbours in the clause too. */
export function neighboursKept(
  ask: WeighedAsk,
  pairing: Pairing,
  reach: number,
  reachInClause: number,
): number {
  const { rows, columns, cells } = pairing;
  const places: number[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const list: number[] = [];
    for (let column = 0; column < columns; column += 1) {
      if ((cells[row * columns + column] as number) >= 0.5) list.push(column);
    }
    places.push(list);
  }
  let kept = 0;
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let next = row + 1; next <= row + reach && next < rows; next += 1) {
      const weight = Math.sqrt((ask.weights[row] as number) * (ask.weights[next] as number));
      total += weight;
      const near = places[row]?.some((a) =>
        places[next]?.some((b) => a !== b && Math.abs(a - b) <= reachInClause),
      );
      if (near) kept += weight;
    }
  }
  return total > 0 ? kept / total : 0;
}
