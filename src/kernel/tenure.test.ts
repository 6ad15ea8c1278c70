import { describe, expect, it } from 'vitest';
import { calendarDate, parsePartialDate } from './calendar-date.ts';
import { heldOn, lastDayOf, type Tenure } from './tenure.ts';

function partial(text: string | undefined) {
  return text === undefined ? null : (parsePartialDate(text) ?? null);
}

function tenure(over: {
  from?: string;
  by?: string;
  to?: string;
  notAfter?: string;
  listed?: string;
}): Tenure {
  return {
    from: partial(over.from ?? over.by),
    fromCertainty: over.from ? 'stated' : over.by ? 'by' : null,
    to: partial(over.to ?? over.notAfter),
    toCertainty: over.to ? 'stated' : over.notAfter ? 'not-after' : null,
    lastListed: partial(over.listed),
  };
}

describe('who held a seat on a day', () => {
  it.each([
    ['before it began', { from: '2019', to: '2021' }, '2018-12-31', 'no'],
    ['between stated dates', { from: '2019', to: '2021' }, '2020-06-01', 'yes'],
    ['on the last day of the year it ended', { from: '2019', to: '2021' }, '2021-12-31', 'yes'],
    ['after a stated end', { from: '2019', to: '2021' }, '2022-01-01', 'no'],
    ['while still listed', { from: '2018', listed: '2025' }, '2025-07-01', 'yes'],
    ['after the last list that names it', { from: '2018', listed: '2025' }, '2026-01-01', 'likely'],
    [
      'between the last list with it and the first without',
      { by: '2021', listed: '2021-11', notAfter: '2025-11-04' },
      '2023-01-01',
      'likely',
    ],
    [
      'on the day of the first list without it',
      { by: '2021', listed: '2021-11', notAfter: '2025-11-04' },
      '2025-11-04',
      'no',
    ],
    [
      'in the year of the first list without it',
      { from: '2022', listed: '2024-03-12', notAfter: '2025' },
      '2025-06-01',
      'likely',
    ],
    [
      'after the year of the first list without it',
      { from: '2022', listed: '2024-03-12', notAfter: '2025' },
      '2026-01-01',
      'no',
    ],
    ['seen once, that day', { by: '2022-05-18' }, '2022-05-18', 'yes'],
    ['seen once, later', { by: '2022-05-18' }, '2023-05-18', 'likely'],
    ['begun on a stated day and never heard of again', { from: '2024-09-23' }, '2026-01-01', 'yes'],
    ['of which no date is known', {}, '2024-01-01', 'likely'],
  ] as const)('%s', (_case, over, day, expected) => {
    expect(heldOn(tenure(over), calendarDate(day))).toBe(expected);
  });

  it('reads a month or a year to its end', () => {
    expect(lastDayOf({ date: calendarDate('2024-02-01'), precision: 'month' })).toBe('2024-02-29');
    expect(lastDayOf({ date: calendarDate('2023-12-01'), precision: 'month' })).toBe('2023-12-31');
    expect(lastDayOf({ date: calendarDate('2023-01-01'), precision: 'year' })).toBe('2023-12-31');
  });
});
