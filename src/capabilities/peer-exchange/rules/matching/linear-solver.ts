import type { Column, Cut, Places, Prices } from './column.ts';

/** Best shares of the columns so far, and what they show a place to be worth. */
export interface Relaxed {
  readonly value: number;
  readonly prices: Prices;
  /** Each column that has a share, with it. */
  readonly shares: readonly { readonly column: Column; readonly share: number }[];
  /** Some place that must be filled is not, by these columns. */
  readonly short: boolean;
}

/** A linear program that grows: shares of columns are allowed. */
export interface Relaxation {
  addColumns(columns: readonly Column[]): void;
  addCuts(cuts: readonly Cut[]): void;
  /** Takes or leaves a column for good, while a whole choice is looked for. */
  fix(column: Column, share: 0 | 1): void;
  solve(): Relaxed;
}

/** Best whole choice among the given columns. */
export interface Whole {
  /** Undefined when none keeps to the places, or none was found in time. */
  readonly chosen: readonly Column[] | undefined;
  /** Nothing among these columns can have more: minus infinity when there is nothing, infinity when nothing is known. */
  readonly bound: number;
  /** The question was answered before time ran out. */
  readonly isDone: boolean;
}

interface WholeQuestion {
  readonly columns: readonly Column[];
  readonly places: Places;
  readonly cuts: readonly Cut[];
  /** A choice to begin from, if it is allowed. */
  readonly start: readonly Column[];
  /** Must be among the chosen. */
  readonly sure: readonly Column[];
  readonly seconds: number;
}

/** What the matching asks of a solver of linear and whole-number programs. */
export interface LinearSolver {
  relax<T>(places: Places, work: (relaxation: Relaxation) => T): T;
  choose(question: WholeQuestion): Whole;
}
