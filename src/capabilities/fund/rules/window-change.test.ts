import { describe, expect, it } from 'vitest';
import { problemsOfMove, shiftedToCome } from './window-change.ts';
import type { PreparedStage } from './prepared-window.ts';

const at = (text: string) => new Date(`${text}:00Z`);
const stage = (key: PreparedStage['key'], opensAt: string, closesAt: string): PreparedStage => ({
  key,
  opensAt: at(opensAt),
  closesAt: at(closesAt),
  formVersionId: null,
  formTitle: null,
});
const stages = [
  stage('intake', '2026-11-01T09:00', '2026-12-01T17:00'),
  stage('concept-note', '2027-01-10T09:00', '2027-02-10T17:00'),
];
const now = at('2026-11-22T10:00');

describe('moving a deadline', () => {
  it.each([
    ['later, before the next stage opens', 'intake', '2026-11-01T09:00', '2026-12-20T17:00', []],
    ['to the same moment', 'intake', '2026-11-01T09:00', '2026-12-01T17:00', ['nothing-changes']],
    ['into the next stage', 'intake', '2026-11-01T09:00', '2027-01-10T09:01', ['would-overlap']],
    ['up to the moment the next stage opens', 'intake', '2026-11-01T09:00', '2027-01-10T09:00', []],
    ['sooner, with eight days left', 'intake', '2026-11-01T09:00', '2026-11-30T17:00', []],
    ['sooner, with six days left', 'intake', '2026-11-01T09:00', '2026-11-28T17:00', ['shortened-too-late']],
    ['the opening of an open stage', 'intake', '2026-11-30T09:00', '2026-12-20T17:00', ['already-open']],
    ['a stage ahead, both ends', 'concept-note', '2027-02-01T09:00', '2027-03-01T17:00', []],
    [
      'an end before its beginning',
      'concept-note',
      '2027-02-01T09:00',
      '2027-01-20T17:00',
      ['closes-before-it-opens'],
    ],
  ] as const)('%s', (_case, key, opensAt, closesAt, reasons) => {
    const problems = problemsOfMove(stages, key, { opensAt: at(opensAt), closesAt: at(closesAt) }, now);
    expect(problems.map(({ reason }) => reason.key)).toEqual(reasons.map((one) => `fund:${one}`));
  });

  it('is too late one second after the bell', () => {
    const to = { opensAt: at('2026-11-01T09:00'), closesAt: at('2026-12-20T17:00') };
    const keys = (after: number) =>
      problemsOfMove(stages, 'intake', to, new Date(at('2026-12-01T17:00').getTime() + after)).map(
        ({ reason }) => reason.key,
      );
    expect(keys(-1000)).toEqual([]);
    expect(keys(1000)).toContain('fund:stage-is-over');
  });
});

describe('stages of a copied window', () => {
  it('move by whole weeks, so that weekday, hour and gaps stay and the first is two weeks ahead', () => {
    const moved = shiftedToCome(stages, now);
    const first = moved[0]?.opensAt ?? now;
    expect(first.getTime() - now.getTime()).toBeGreaterThanOrEqual(14 * 86_400_000);
    expect(first.getUTCDay()).toBe(stages[0]?.opensAt.getUTCDay());
    const gap = (of: readonly PreparedStage[]) =>
      (of[1]?.opensAt.getTime() ?? 0) - (of[0]?.closesAt.getTime() ?? 0);
    expect(gap(moved)).toBe(gap(stages));
  });
});
