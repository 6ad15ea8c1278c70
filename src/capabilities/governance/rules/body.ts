import type { LocalText } from '../../../kernel/local-text.ts';
import type { Tenure } from '../../../kernel/tenure.ts';

/** Meetings held at least; `level` tells technical sittings from those of the heads. */
export interface Cadence {
  readonly atLeastPerYear: number;
  readonly level: 'any' | 'technical' | 'executive';
}

/** How a body decides, as far as its rules are public; null is unknown, not "none". */
export interface DecisionRule {
  readonly power: 'decides' | 'guides' | 'advises' | 'executes' | 'represents' | null;
  readonly majority: 'consensus' | 'simple' | 'two-thirds' | null;
  readonly quorumPercent: number | null;
  readonly note: LocalText | null;
}

/** A body with its rules as data. */
export interface Body {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly acronym: string | null;
  readonly belongsTo: 'council' | 'coalition' | 'partners';
  readonly purpose: LocalText;
  readonly composition: LocalText;
  readonly cadence: readonly Cadence[];
  readonly termMonths: number | null;
  readonly appointment: LocalText | null;
  readonly decision: DecisionRule;
  readonly tenure: Tenure;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
}
