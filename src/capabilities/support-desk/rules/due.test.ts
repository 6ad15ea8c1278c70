import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { answerDueOn } from './due.ts';

describe('the day an answer is due', () => {
  it.each([
    ['emergency', '2026-11-20', '2026-11-23'],
    ['emergency', '2026-11-23', '2026-11-24'],
    ['soon', '2026-11-21', '2026-11-24'],
    ['normal', '2026-11-23', '2026-11-30'],
    ['normal', '2026-12-31', '2027-01-07'],
  ] as const)('for %s asked on %s is %s', (urgency, asked, due) => {
    expect(answerDueOn(urgency, calendarDate(asked))).toBe(due);
  });
});
