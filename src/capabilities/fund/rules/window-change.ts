import type { LocalText } from '../../../kernel/local-text.ts';
import { because, type Problem } from '../../../kernel/refusal.ts';
import { overlap, type PreparedStage } from './prepared-window.ts';
import { type StageKey, stageKeys } from './window.ts';

export interface Period {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export interface WindowChange {
  readonly id: string;
  readonly windowId: string;
  readonly kind: 'open' | 'move' | 'close';
  readonly stage: StageKey | null;
  readonly from: Period | null;
  readonly to: Period | null;
  /** Of the terms as they were when it was proposed. */
  readonly termsVersion: number;
  /** English always; another language may be empty. */
  readonly reason: LocalText;
  readonly decision: 'approved' | 'refused' | 'withdrawn' | null;
  readonly decidedAt: Date | null;
  /** Its place in the public log. */
  readonly leafIndex: number | null;
}

const day = 86_400_000;
/** A stage may close sooner than was said only if cities still have this long. */
export const shorteningNoticeDays = 7;

/** What stands against moving the stage; nothing when it may be moved. */
export function problemsOfMove(
  stages: readonly PreparedStage[],
  key: StageKey,
  to: Period,
  now: Date,
): Problem[] {
  const stage = stages.find((one) => one.key === key);
  if (!stage) return [{ field: '', reason: because('platform:not-found') }];
  const problems: Problem[] = [];
  const add = (
    field: string,
    reason: Parameters<typeof because>[0],
    values?: Parameters<typeof because>[1],
  ) => problems.push({ field, reason: because(reason, values) });
  const same = (a: Date, b: Date) => a.getTime() === b.getTime();
  if (stage.closesAt <= now) add('closesOn', 'fund:stage-is-over');
  if (same(to.opensAt, stage.opensAt) && same(to.closesAt, stage.closesAt))
    add('closesOn', 'fund:nothing-changes');
  if (!same(to.opensAt, stage.opensAt) && stage.opensAt <= now) add('opensOn', 'fund:already-open');
  if (!same(to.opensAt, stage.opensAt) && to.opensAt <= now) add('opensOn', 'fund:in-the-past');
  if (to.closesAt <= now) add('closesOn', 'fund:in-the-past');
  if (to.closesAt <= to.opensAt) add('closesOn', 'fund:closes-before-it-opens');
  if (to.closesAt < stage.closesAt && to.closesAt.getTime() < now.getTime() + shorteningNoticeDays * day)
    add('closesOn', 'fund:shortened-too-late', { n: shorteningNoticeDays });
  const moved = stages.map((one) => (one.key === key ? { ...one, ...to } : one));
  if (overlap(moved)) add('closesOn', 'fund:would-overlap');
  return problems;
}

/** Stages of a copied window: the same gaps and hours, moved by whole weeks so that the first opens in two weeks or more. */
export function shiftedToCome(stages: readonly PreparedStage[], now: Date): PreparedStage[] {
  const first = Math.min(...stages.map(({ opensAt }) => opensAt.getTime()));
  const weeks = Math.max(0, Math.ceil((now.getTime() + 14 * day - first) / (7 * day)));
  const later = (at: Date) => new Date(at.getTime() + weeks * 7 * day);
  return stages.map((stage) => ({
    ...stage,
    opensAt: later(stage.opensAt),
    closesAt: later(stage.closesAt),
  }));
}

/** The stage that is open now, or the next one; undefined when all are over. */
export function currentStage<Stage extends Period & { readonly key: StageKey }>(
  stages: readonly Stage[],
  now: Date,
): Stage | undefined {
  return stageKeys
    .flatMap((key) => stages.filter((stage) => stage.key === key))
    .find(({ closesAt }) => closesAt > now);
}
