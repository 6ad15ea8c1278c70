import { evidenceNames } from '../../src/capabilities/influence/rules/grading/evidence.ts';
import { fitSums } from './fit.ts';
import { type JudgedRow, rowsOf } from './judged-rows.ts';
import type { LabelledSet } from './sets.ts';

export interface Ablated {
  readonly without: string;
  readonly map: number;
  /** Best F1 over all bars: what the evidence could do, whatever the bar. */
  readonly bestF1: number;
}

/** The model fitted again without one kind of evidence, scored on the set no fit has seen. */
export function ablations(fitted: readonly LabelledSet[], unseen: LabelledSet): Ablated[] {
  const rows = rowsOf(unseen, []).filter((row) => row.read);
  return [undefined, ...evidenceNames].map((without) => {
    const sumOf = fitSums(fitted, without);
    const scored = rows.map((row) => ({ row, sum: sumOf(row) }));
    return { without: without ?? '(nothing)', map: mapOf(scored), bestF1: bestF1Of(scored) };
  });
}

interface Scored {
  readonly row: JudgedRow;
  readonly sum: number;
}

function mapOf(scored: readonly Scored[]): number {
  const asks = Map.groupBy(scored, (one) => one.row.ask);
  const precisions = [...asks.values()].flatMap((mine) => {
    const order = mine.toSorted((a, b) => b.sum - a.sum);
    const wanted = order.filter((one) => one.row.degree !== 'none').length;
    if (wanted === 0) return [];
    let hits = 0;
    return [
      order.reduce((sum, one, at) => (one.row.degree === 'none' ? sum : sum + ++hits / (at + 1)), 0) / wanted,
    ];
  });
  return precisions.reduce((sum, one) => sum + one, 0) / Math.max(1, precisions.length);
}

function bestF1Of(scored: readonly Scored[]): number {
  const order = scored.toSorted((a, b) => b.sum - a.sum);
  const wanted = order.filter((one) => one.row.degree !== 'none').length;
  let hits = 0;
  let best = 0;
  for (const [at, one] of order.entries()) {
    if (one.row.degree !== 'none') hits += 1;
    best = Math.max(best, (2 * hits) / (at + 1 + wanted));
  }
  return best;
}
