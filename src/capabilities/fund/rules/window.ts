import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { EligibilityRule } from './eligibility-rule.ts';

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
  readonly formTitle: LocalText;
}

/** A window (chapter) of the fund that cities can apply to, or could until it was closed. */
export interface OpenWindow {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  /** `closed`: over, or closed early. Whether a stage takes answers now only the database says: `stageIsOpen`. */
  readonly state: 'open' | 'closed';
  readonly isExample: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly theme: LocalText;
  readonly ceiling: Money;
  /** Currencies a budget may be in; the ceiling's first. */
  readonly currencies: readonly string[];
  /** ISO 639-1 codes of languages a city may write in. */
  readonly languages: readonly string[];
  readonly termMonths: number;
  /** Largest share of overhead in a budget, in hundredths of a per cent. */
  readonly overheadCapBasisPoints: number;
  readonly allowsPartial: boolean;
  /** How many reviewers each application should have. */
  readonly reviewersWanted: number;
  /** What filling in is expected to take, all stages together; what it really took is measured. */
  readonly minutesExpected: number;
  /** The zone in which the council set its instants. */
  readonly timeZone: string;
  /** In the order of `stageKeys`. */
  readonly stages: readonly WindowStage[];
  readonly criteria: readonly Criterion[];
  readonly budgetCategories: readonly BudgetCategory[];
  readonly rules: readonly EligibilityRule[];
  readonly labels: readonly WindowLabel[];
  readonly wording: WindowWording;
}

/** What the public page says in the council's words, beside what it knows by itself. */
export interface WindowWording {
  readonly whoCanApply: LocalText;
  readonly gives: LocalText;
  readonly asks: LocalText;
  readonly judging: LocalText;
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

/** Where a window calls a state of its process otherwise than the platform does. */
export interface WindowLabel {
  readonly state: string;
  readonly audience: 'staff' | 'applicant';
  readonly label: LocalText;
}

/** What an additional criterion counts for among them all, in whole per cent; 0 for a critical one. */
export function weightPercent(criteria: readonly Criterion[], criterion: Criterion): number {
  const whole = criteria.reduce((sum, { kind, weight }) => sum + (kind === 'additional' ? weight : 0), 0);
  return criterion.kind === 'critical' || whole === 0 ? 0 : Math.round((criterion.weight * 100) / whole);
}

/** The stage that comes after, of those the window has. */
export function stageAfter(
  stages: readonly { readonly key: StageKey }[],
  key: StageKey,
): StageKey | undefined {
  const kept = stageKeys.filter((one) => stages.some((stage) => stage.key === one));
  return kept[kept.indexOf(key) + 1];
}
