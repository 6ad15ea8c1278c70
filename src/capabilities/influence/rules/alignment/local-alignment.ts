import type { Pairing } from './pairing.ts';

/** A stretch of the ask found, in order, in the clause. */
export interface LocalAlignment {
  readonly score: number;
  /** Pairs of term numbers, ask and clause, in order. */
  readonly pairs: readonly (readonly [number, number])[];
  /** The longest row of neighbours in both, in terms. */
  readonly longestRun: number;
}

const mismatchShare = 0.3;
const gapCost = 0.12;

/**
 * Smith-Waterman over terms: a match earns the ask term's weight times the likeness, a mismatch costs 0.3 of the
 * weight, a gap 0.12; the best local stretch is followed back.
 */
export function alignLocally(pairing: Pairing, weights: Float64Array): LocalAlignment {
  const { rows, columns, cells } = pairing;
  const width = columns + 1;
  const table = new Float32Array((rows + 1) * width);
  let best = 0;
  let bestAt = 0;
  for (let row = 1; row <= rows; row += 1) {
    const weight = weights[row - 1] as number;
    for (let column = 1; column <= columns; column += 1) {
      const at = row * width + column;
      const likeness = cells[(row - 1) * columns + column - 1] as number;
      const step = likeness > 0 ? weight * likeness : -mismatchShare * weight;
      const value = Math.max(
        0,
        (table[at - width - 1] as number) + step,
        (table[at - width] as number) - gapCost,
        (table[at - 1] as number) - gapCost,
      );
      table[at] = value;
      if (value > best) {
        best = value;
        bestAt = at;
      }
    }
  }
  const pairs = followBack(pairing, weights, table, bestAt);
  return { score: best, pairs, longestRun: longestRunOf(pairs) };
}

function followBack(
  pairing: Pairing,
  weights: Float64Array,
  table: Float32Array,
  end: number,
): [number, number][] {
  const width = pairing.columns + 1;
  const pairs: [number, number][] = [];
  let at = end;
  while ((table[at] ?? 0) > 0) {
    const row = Math.floor(at / width);
    const column = at % width;
    const likeness = pairing.cells[(row - 1) * pairing.columns + column - 1] as number;
    const weight = weights[row - 1] as number;
    const value = table[at] as number;
    const straight =
      (table[at - width - 1] as number) + (likeness > 0 ? weight * likeness : -mismatchShare * weight);
    if (Math.abs(value - straight) < 1e-5) {
      if (likeness > 0) pairs.push([row - 1, column - 1]);
      at -= width + 1;
    } else if (Math.abs(value - ((table[at - width] as number) - gapCost)) < 1e-5) at -= width;
    else at -= 1;
  }
  return pairs.toReversed();
}

function longestRunOf(pairs: readonly (readonly [number, number])[]): number {
  let longest = 0;
  let run = 0;
  for (const [at, [row, column]] of pairs.entries()) {
    const before = pairs[at - 1];
    run = before && before[0] === row - 1 && before[1] === column - 1 ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
}
