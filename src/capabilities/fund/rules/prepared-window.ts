import type { LocalText } from '../../../kernel/local-text.ts';
import type { OpenWindow, StageKey, WindowStage } from './window.ts';

export interface PreparedStage {
  readonly key: StageKey;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly formVersionId: string | null;
  readonly formTitle: LocalText | null;
}

/** Parts that are filled in one by one, and lack until then. */
type Parts = Pick<
  OpenWindow,
  'overheadCapBasisPoints' | 'reviewersWanted' | 'minutesExpected' | 'ceiling' | 'termMonths' | 'openedAt'
>;

/** A window as the council keeps it, from its first line on. */
export interface KeptWindow
  extends Omit<OpenWindow, keyof Parts | 'state' | 'stages' | 'wording'>,
    Readonly<{ [Key in keyof Parts]: Parts[Key] | null }> {
  readonly state: 'preparing' | 'open' | 'closed';
  readonly stages: readonly PreparedStage[];
  /** A text that lacks is empty in each language. */
  readonly wording: OpenWindow['wording'];
  readonly donors: number;
  readonly version: number;
}

/** The steps of making a window, in the order in which they are offered. */
export const prepareSteps = [
  'terms',
  'donors',
  'stages',
  'rules',
  'criteria',
  'budget',
  'wording',
  'labels',
] as const;
export type PrepareStep = (typeof prepareSteps)[number];

/** What is missing before the window can be opened, step by step; the keys are sentences. */
export type Missing =
  | 'no-ceiling'
  | 'no-term'
  | 'no-currency'
  | 'no-language'
  | 'no-overhead-cap'
  | 'no-reviewers'
  | 'no-minutes'
  | 'no-donor'
  | 'no-stage'
  | 'stages-overlap'
  | 'no-form'
  | 'all-stages-past'
  | 'no-rule'
  | 'no-critical-criterion'
  | 'no-additional-criterion'
  | 'no-budget-category'
  | 'no-wording';

export function whatIsMissing(window: KeptWindow, now: Date): ReadonlyMap<PrepareStep, readonly Missing[]> {
  const { stages, criteria } = window;
  const hasWeights = criteria.some(({ kind, weight }) => kind === 'additional' && weight > 0);
  const steps: Record<PrepareStep, (Missing | false)[]> = {
    terms: [
      window.ceiling === null && 'no-ceiling',
      window.termMonths === null && 'no-term',
      window.currencies.length === 0 && 'no-currency',
      window.languages.length === 0 && 'no-language',
      window.overheadCapBasisPoints === null && 'no-overhead-cap',
      window.reviewersWanted === null && 'no-reviewers',
      window.minutesExpected === null && 'no-minutes',
    ],
    donors: [window.donors === 0 && 'no-donor'],
    stages: [
      stages.length === 0 && 'no-stage',
      overlap(stages) && 'stages-overlap',
      stages.some(({ formVersionId }) => formVersionId === null) && 'no-form',
      stages.length > 0 && stages.every(({ closesAt }) => closesAt <= now) && 'all-stages-past',
    ],
    rules: [window.rules.length === 0 && 'no-rule'],
    criteria: [
      !criteria.some(({ kind }) => kind === 'critical') && 'no-critical-criterion',
      !hasWeights && 'no-additional-criterion',
    ],
    budget: [window.budgetCategories.length === 0 && 'no-budget-category'],
    wording: [[window.name, window.theme, ...Object.values(window.wording)].some(isEmpty) && 'no-wording'],
    labels: [],
  };
  return new Map(prepareSteps.map((step) => [step, steps[step].filter((one) => one !== false)]));
}

/** A stage that opens before the one before it has closed. */
export function overlap(stages: readonly Pick<PreparedStage, 'opensAt' | 'closesAt'>[]): boolean {
  return stages.some((stage, index) => {
    const before = stages[index - 1];
    return before !== undefined && stage.opensAt < before.closesAt;
  });
}

export function isEmpty(text: LocalText): boolean {
  return Object.values(text).some((one) => one === '');
}

/** The window as others know it; undefined while it is being prepared. */
export function asOpened(window: KeptWindow): OpenWindow | undefined {
  const { state, ceiling, termMonths, overheadCapBasisPoints, reviewersWanted, minutesExpected, openedAt } =
    window;
  if (state === 'preparing' || !openedAt || !ceiling || termMonths === null) return undefined;
  if (overheadCapBasisPoints === null || reviewersWanted === null || minutesExpected === null)
    return undefined;
  const stages = window.stages.flatMap(({ formVersionId, formTitle, ...stage }): WindowStage[] =>
    formVersionId && formTitle ? [{ ...stage, formVersionId, formTitle }] : [],
  );
  const { donors: _donors, version: _version, ...rest } = window;
  return {
    ...rest,
    state,
    openedAt,
    ceiling,
    termMonths,
    overheadCapBasisPoints,
    reviewersWanted,
    minutesExpected,
    stages,
  };
}
