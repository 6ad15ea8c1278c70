import {
  type Arbitrary,
  array as arrayOf,
  assert as assertProperty,
  bigInt,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  property,
  record as recordOf,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  type DatePrecision,
} from '../../../kernel/calendar-date.ts';
import { aCitySubject, aCountedEntry, aRule } from '../builders.ts';
import { type CountedEntry, type CountingRule, countingYear, figureAsAt, shareOf } from './definition.ts';
import { countsAsAt, entrySteps, type FirstDays, spanRows, type Step, subjectSteps } from './steps.ts';

const rules: CountingRule[] = [
  aRule(),
  aRule({ key: 'cities-engaged-this-year', period: 'calendar-year' }),
  aRule({ key: 'engagements', measure: 'count-entries' }),
  aRule({ key: 'money', measure: 'sum-amount', unit: 'money', kinds: ['direct-grant', 'follow-on-own'] }),
  aRule({
    key: 'people',
    measure: 'sum-count',
    unit: 'people',
    kinds: ['people-reached-directly'],
    period: 'calendar-year',
  }),
];

const day = integer({ min: 0, max: 1500 }).map((days) => addDays(calendarDate('2021-11-20'), days));
const precision = constantFrom<DatePrecision>('day', 'month', 'year');
const shape = constantFrom<(n: bigint) => Partial<CountedEntry>>(
  () => ({}),
  (n) => ({ kind: 'direct-grant', amount: { amountMinor: n, currency: 'USD' } }),
  (n) => ({ kind: 'follow-on-own', amount: { amountMinor: n, currency: 'XOF' } }),
  (n) => ({
    kind: 'follow-on-own',
    amount: { amountMinor: n, currency: 'EUR' },
    usd: { amountMinor: n + 7n, source: 'the report' },
  }),
  (n) => ({ kind: 'people-reached-directly', count: { value: n, unit: 'people' } }),
  (n) => ({ kind: 'people-reached-directly', count: { value: n, unit: 'households' } }),
);
const entry = recordOf({
  shape,
  n: bigInt({ min: 1n, max: 9000n }),
  city: integer({ min: 1, max: 4 }),
  day,
  precision,
  imported: boolean(),
}).map(({ shape: make, n, city, day: on, precision: exact, imported }): CountedEntry => {
  const start =
    on.slice(0, { day: 10, month: 7, year: 4 }[exact]) +
    '-01-01'.slice(0, { day: 0, month: 3, year: 6 }[exact]);
  return aCountedEntry({
    subject: aCitySubject(city),
    on: { date: calendarDate(start.slice(0, 10)), precision: exact },
    imported,
    ...make(n),
  });
});

/** A ledger's life: entries come in; some are corrected, some withdrawn. `at` picks which one. */
const act = oneof(
  recordOf({ what: constant('verify' as const), entry }),
  recordOf({ what: constant('correct' as const), entry, at: nat() }),
  recordOf({ what: constant('withdraw' as const), at: nat() }),
);

function firstDays(rule: CountingRule, entries: readonly CountedEntry[], subject: string): FirstDays {
  const days = new Map<number, CalendarDate>();
  for (const one of entries) {
    const share = shareOf(rule, one);
    if (share?.subject !== subject) continue;
    const year = countingYear(rule, share.day);
    const known = days.get(year);
    if (!known || share.day < known) days.set(year, share.day);
  }
  return days;
}

function stepsOf(rule: CountingRule, acts: readonly (typeof act extends Arbitrary<infer A> ? A : never)[]) {
  const ledger: CountedEntry[] = [];
  const steps: Step[] = [];
  for (const one of acts) {
    if (one.what !== 'verify' && ledger.length === 0) continue;
    const place = one.what === 'verify' ? ledger.length : one.at % ledger.length;
    const before = ledger[place] ?? null;
    // A correction keeps the subject, as the platform's do.
    const after =
      one.what === 'withdraw'
        ? null
        : one.what === 'correct' && before
          ? { ...one.entry, subject: before.subject }
          : one.entry;
    const subject = `city:${(after ?? before)?.subject.id}`;
    const wereFirst = firstDays(rule, ledger, subject);
    ledger.splice(place, 1, ...(after ? [after] : []));
    steps.push(...entrySteps(rule, before, after));
    if (rule.measure === 'count-distinct-subjects')
      steps.push(...subjectSteps(wereFirst, firstDays(rule, ledger, subject)));
  }
  return { ledger, steps };
}

describe('the steps of a ledger', () => {
  it('give the same figure as counting every entry under the definition, as at any date', () => {
    assertProperty(
      property(constantFrom(...rules), arrayOf(act, { maxLength: 25 }), day, (rule, acts, asAt) => {
        const { ledger, steps } = stepsOf(rule, acts);
        const sums = new Map<string, bigint>();
        for (const row of spanRows(steps))
          if (countsAsAt(row, rule.period, asAt))
            sums.set(row.series, (sums.get(row.series) ?? 0n) + row.delta);
        const counted = figureAsAt(rule, ledger, asAt);
        for (const series of new Set([...sums.keys(), ...counted.keys()]))
          expect(sums.get(series) ?? 0n).toBe(counted.get(series) ?? 0n);
      }),
      { numRuns: 600 },
    );
  });

  it('would be found out if a withdrawal of the first entry of a city did not move its first day', () => {
    const rule = aRule();
    const early = aCountedEntry({ on: { date: calendarDate('2022-03-01'), precision: 'day' } });
    const late = aCountedEntry({ on: { date: calendarDate('2024-03-01'), precision: 'day' } });
    const forgotten = [
      ...entrySteps(rule, null, early),
      ...subjectSteps(new Map(), new Map([[0, calendarDate('2022-03-01')]])),
    ];
    const shown = spanRows(forgotten).filter((row) => countsAsAt(row, 'ever', calendarDate('2023-06-01')));
    expect(shown.reduce((sum, row) => sum + row.delta, 0n)).not.toBe(
      figureAsAt(rule, [late], calendarDate('2023-06-01')).get('') ?? 0n,
    );
  });
});
