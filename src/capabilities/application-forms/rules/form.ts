import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

/** A form as it was published: never changed afterwards, so that an answer always shows the question it answered. */
export interface FormVersion {
  readonly id: string;
  readonly formId: string;
  readonly version: number;
  readonly title: LocalText;
  readonly sections: readonly Section[];
}

/** What the rules ask of a form: a published version, or a draft about to be one. */
export type FormBody = Pick<FormVersion, 'title' | 'sections'>;

export interface Section {
  readonly key: string;
  readonly title: LocalText;
  readonly lead?: LocalText;
  readonly questions: readonly Question[];
}

interface Asked {
  /** Stable within the form and across its versions; answers are kept under it. */
  readonly key: string;
  readonly label: LocalText;
  readonly help?: LocalText;
  readonly needed: boolean;
  /** Asked only when this holds of the other answers. */
  readonly when?: Condition;
  /** A kind of the city's own record that the answer arrives filled in from, with its date. */
  readonly knownAs?: string;
}

/** Of an earlier question's answer; `all` and `any` join several. */
export type Condition =
  | { readonly question: string; readonly is: 'answered' | 'empty' }
  | { readonly question: string; readonly is: 'one-of'; readonly values: readonly string[] }
  | { readonly question: string; readonly is: 'at-least' | 'at-most'; readonly value: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export interface Choice {
  readonly key: string;
  readonly label: LocalText;
}

export type Question = Asked &
  (
    | {
        readonly kind: 'text';
        readonly lines: 'one' | 'many';
        /** Words, per language where a language needs more. */
        readonly maxWords?: number;
        readonly maxWordsIn?: Readonly<Partial<Record<Language, number>>>;
      }
    | { readonly kind: 'choice'; readonly many: boolean; readonly choices: readonly Choice[] }
    | {
        readonly kind: 'number';
        readonly unit: LocalText;
        readonly decimals: number;
        readonly min?: number;
        readonly max?: number;
      }
    | { readonly kind: 'date'; readonly earliest?: CalendarDate; readonly latest?: CalendarDate }
    | { readonly kind: 'city' }
    | { readonly kind: 'country' }
    | { readonly kind: 'file'; readonly accepts: readonly string[]; readonly maxFiles: number }
    | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly maxRows: number }
    /** Lines by the window's budget categories, within its ceiling and currency. */
    | { readonly kind: 'budget'; readonly maxLines: number }
    | { readonly kind: 'indicators'; readonly maxRows: number }
  );

export type TableColumn = {
  readonly key: string;
  readonly label: LocalText;
} & (
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly unit: LocalText }
);

export interface BudgetLine {
  readonly category: string;
  readonly what: string;
  /**
   * Whole minor units of the budget's currency, as decimal digits: JSON holds no bigint. Empty when not said; what could
   * not be read as an amount stands here as it was typed, after a question mark. Read it with `amountOf`.
   */
  readonly amountMinor: string;
  /** Of the project, from 1; 0 when not said. */
  readonly year: number;
}

export interface IndicatorRow {
  readonly what: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  /** A calendar date once it passes the check; before, what was typed. */
  readonly by: string;
}

export interface FileNamed {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One question's answer as it is kept; which shape goes with which kind is checked by `check-answers.ts`. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly chosen: readonly string[] }
  | { readonly kind: 'number'; readonly number: string }
  | {
      readonly kind: 'date' /** A calendar date once it passes the check; before, what was typed. */;
      readonly date: string;
    }
  | { readonly kind: 'city'; readonly cityId: string }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'file'; readonly files: readonly FileNamed[] }
  | { readonly kind: 'table'; readonly rows: readonly Readonly<Record<string, string>>[] }
  | {
      readonly kind: 'budget';
      readonly currency: string;
      readonly lines: readonly BudgetLine[];
      /** As the applicant states it, written like a line's amount; must equal the sum of the lines. */
      readonly totalMinor: string;
    }
  | { readonly kind: 'indicators'; readonly rows: readonly IndicatorRow[] };

/** By question key; a question without an answer is absent. */
export type Answers = Readonly<Record<string, Answer>>;
