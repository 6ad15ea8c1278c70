import { amountOf } from './amounts.ts';
import type { AnswerOf } from './questions.ts';
import type { WindowTerms } from './window-terms.ts';

export interface BudgetSums {
  readonly total: bigint;
  /** Every line's amount could be read, so the sums are whole. */
  readonly allReadable: boolean;
  /** Of each category, year by year. */
  readonly byCategory: ReadonlyMap<string, ReadonlyMap<number, bigint>>;
  readonly byYear: ReadonlyMap<number, bigint>;
  /** The share of overhead in the sum, in hundredths of a per cent, rounded up: a cap is kept or broken. */
  readonly overheadBasisPoints: number;
}

export function sumsOf(
  budget: AnswerOf<'budget'>,
  window?: Pick<WindowTerms, 'budgetCategories'>,
): BudgetSums {
  const overhead = new Set(window?.budgetCategories.filter((one) => one.isOverhead).map(({ key }) => key));
  const byCategory = new Map<string, Map<number, bigint>>();
  const byYear = new Map<number, bigint>();
  let [total, overheads, allReadable] = [0n, 0n, true];
  for (const line of budget.lines) {
    const amount = amountOf(line.amountMinor);
    if (amount === undefined) {
      allReadable = false;
      continue;
    }
    total += amount;
    if (overhead.has(line.category)) overheads += amount;
    byYear.set(line.year, (byYear.get(line.year) ?? 0n) + amount);
    const years = byCategory.get(line.category) ?? new Map<number, bigint>();
    years.set(line.year, (years.get(line.year) ?? 0n) + amount);
    byCategory.set(line.category, years);
  }
  const overheadBasisPoints =
    total > 0n && overheads > 0n ? Number((overheads * 10_000n + total - 1n) / total) : 0;
  return { total, allReadable, byCategory, byYear, overheadBasisPoints };
}
