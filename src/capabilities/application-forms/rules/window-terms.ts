import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';

/** What a budget is judged by; the fund's `OpenWindow` is one. */
export interface WindowTerms {
  readonly ceiling: Money;
  /** Currencies a budget may be in; the ceiling's first. */
  readonly currencies: readonly string[];
  readonly termMonths: number;
  /** Largest share of overhead, in hundredths of a per cent. */
  readonly overheadCapBasisPoints: number;
  readonly budgetCategories: readonly {
    readonly key: string;
    readonly label: LocalText;
    readonly isOverhead: boolean;
  }[];
}

/** Years of the project that a budget line may name: a term of 18 months has two. */
export function yearsOf(terms: Pick<WindowTerms, 'termMonths'>): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(terms.termMonths / 12)) }, (_, index) => index + 1);
}
