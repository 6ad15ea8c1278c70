import { describe, expect, it } from 'vitest';
import { calendarDate, parsePartialDate } from '../../../kernel/calendar-date.ts';
import { aCitySubject, aCountedEntry, aRule } from '../builders.ts';
import { figureAsAt } from './definition.ts';

const on = (text: string) => {
  const date = parsePartialDate(text);
  if (!date) throw new Error(text);
  return date;
};
const money = aRule({ key: 'grants', measure: 'sum-amount', unit: 'money', kinds: ['direct-grant'] });
const grant = (amountMinor: bigint, currency: string, usdMinor?: bigint) =>
  aCountedEntry({
    kind: 'direct-grant',
    on: on('2024-02-01'),
    amount: { amountMinor, currency },
    usd: usdMinor ? { amountMinor: usdMinor, source: 'the donor' } : null,
  });

describe('a figure', () => {
  it('counts a city once, however often it was engaged', () => {
    const entries = [aCountedEntry(), aCountedEntry(), aCountedEntry({ subject: aCitySubject(2) })];
    expect(figureAsAt(aRule(), entries, calendarDate('2024-12-31')).get('')).toBe(2n);
  });
  it('of this year forgets last year, the one of ever does not', () => {
    const entries = [aCountedEntry({ on: on('2023-05-01') })];
    const asAt = calendarDate('2024-06-30');
    expect(figureAsAt(aRule({ period: 'calendar-year' }), entries, asAt).get('')).toBeUndefined();
    expect(figureAsAt(aRule(), entries, asAt).get('')).toBe(1n);
  });
  it('counts an entry dated by its year only when that year is over', () => {
    const entries = [aCountedEntry({ on: on('2024') })];
    expect(figureAsAt(aRule(), entries, calendarDate('2024-12-30')).get('')).toBeUndefined();
    expect(figureAsAt(aRule(), entries, calendarDate('2024-12-31')).get('')).toBe(1n);
  });
  it('never adds two currencies', () => {
    const totals = figureAsAt(money, [grant(500n, 'USD'), grant(700n, 'XOF')], calendarDate('2024-12-31'));
    expect([...totals]).toEqual([
      ['USD', 500n],
      ['XOF', 700n],
    ]);
  });
  it('takes the value in dollars that the source states, and then not the other currency as well', () => {
    const totals = figureAsAt(
      money,
      [grant(500n, 'USD'), grant(3_300n, 'GMD', 45n)],
      calendarDate('2024-12-31'),
    );
    expect([...totals]).toEqual([['USD', 545n]]);
  });
  it('of people does not count households', () => {
    const rule = aRule({ measure: 'sum-count', unit: 'people', kinds: ['people-reached-directly'] });
    const reached = (unit: 'people' | 'households') =>
      aCountedEntry({ kind: 'people-reached-directly', on: on('2024-01-01'), count: { value: 600n, unit } });
    expect(
      figureAsAt(rule, [reached('people'), reached('households')], calendarDate('2024-12-31')).get(''),
    ).toBe(600n);
  });
});
