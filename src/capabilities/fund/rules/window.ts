import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';

/** What a window asks of a city, one after the other; a window may leave some out. */
export const stageKeys = ['intake', 'concept-note', 'proposal'] as const;
export type StageKey = (typeof stageKeys)[number];

/** A stage of a window: from its opening instant until just before its closing one, by the database's clock. */
export interface WindowStage {
  readonly key: StageKey;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Version of the application form that is asked, of `application-forms`. */
  readonly formVersionId: string;
}

/** A window (chapter) of the fund that cities can apply to. */
export interface OpenWindow {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly ceiling: Money;
  /** Currencies a budget may be in; the ceiling's first. */
  readonly currencies: readonly string[];
  readonly termMonths: number;
  /** Largest share of overhead in a budget, in hundredths of a per cent. */
  readonly overheadCapBasisPoints: number;
  readonly allowsPartial: boolean;
  readonly stages: readonly WindowStage[];
  readonly criteria: readonly Criterion[];
  readonly budgetCategories: readonly BudgetCategory[];
}

/** Critical criteria gate; additional ones raise. */
export interface Criterion {
  readonly key: string;
  readonly kind: 'critical' | 'additional';
  readonly text: LocalText;
  /** Relative to the other additional ones; 0 for critical. */
  readonly weight: number;
}

export interface BudgetCategory {
  readonly key: string;
  readonly label: LocalText;
  readonly isOverhead: boolean;
}
