import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { aClaim, aGrant } from '../builders.ts';
import { dedupKey } from './dedup-key.ts';
import { entryProblems, evidenceProblems } from './entry-problems.ts';

const today = calendarDate('2026-11-21');
const said = (claim = aClaim()) =>
  entryProblems(claim, today).map(({ field, reason }) => `${field} ${reason.key}`);

describe('a claim', () => {
  it('that is whole has no problem', () => {
    expect(said()).toEqual([]);
    expect(said(aGrant(20_000_000n))).toEqual([]);
  });
  it('is refused with a sentence for each thing that is wrong', () => {
    const tomorrow = { date: calendarDate('2026-11-22'), precision: 'day' as const };
    expect(said(aClaim({ on: tomorrow }))).toEqual(['on impact:future-date']);
    expect(said(aClaim({ kind: 'direct-grant' }))).toEqual(['amount impact:amount-needed']);
    expect(said(aGrant(5n, 'USD', { count: { value: 3n, unit: 'people' } }))).toEqual([
      'amount impact:amount-and-count',
    ]);
    expect(said(aGrant(-5n))).toEqual(['amount platform:amount-not-positive']);
    expect(said(aGrant(5n, 'QQQ'))).toEqual(['amountCurrency platform:not-a-currency']);
    expect(said(aClaim({ count: { value: 3n, unit: 'people' } }))).toEqual(['count impact:no-count-here']);
    expect(said(aGrant(5n, 'EUR', { usd: { amountMinor: 6n, source: ' ' } }))).toEqual([
      'usdSource impact:usd-source-needed',
    ]);
    expect(said(aGrant(5n, 'USD', { usd: { amountMinor: 6n, source: 'x' } }))).toEqual([
      'usd impact:usd-not-needed',
    ]);
    const city = { kind: 'city', id: 'x', name: 'x', cityId: null } as const;
    expect(said(aClaim({ subject: city }))).toEqual(['city impact:city-needed']);
    expect(said(aClaim({ subject: { ...city, kind: 'position' } }))).toEqual([
      'subjectKind impact:other-subject',
    ]);
  });
  it('needs evidence that can be found again', () => {
    const piece = { title: 'A letter', source: null, address: null, fileSha256: null, on: null };
    expect(evidenceProblems([])[0]?.reason.key).toBe('impact:evidence-needed');
    expect(evidenceProblems([piece])[0]?.reason.key).toBe('impact:evidence-not-found-again');
    expect(evidenceProblems([{ ...piece, source: 'City of Trial' }])).toEqual([]);
  });
});

describe('the key that finds duplicates', () => {
  it('is the same for the same kind, subject, date and measure, whatever the words', () => {
    expect(dedupKey(aClaim({ statement: 'Other words' }), null)).toBe(dedupKey(aClaim(), null));
    expect(dedupKey(aGrant(5n), null)).not.toBe(dedupKey(aGrant(6n), null));
    expect(dedupKey(aGrant(5n, 'EUR'), null)).not.toBe(dedupKey(aGrant(5n), null));
  });
  it('tells a year from its first day', () => {
    const year = { date: calendarDate('2024-01-01'), precision: 'year' as const };
    const day = { date: calendarDate('2024-01-01'), precision: 'day' as const };
    expect(dedupKey(aClaim({ on: year }), null)).not.toBe(dedupKey(aClaim({ on: day }), null));
  });
  it('of a claim from a record carries the record', () => {
    expect(dedupKey(aClaim(), { kind: 'grant', id: 'a' })).not.toBe(
      dedupKey(aClaim(), { kind: 'grant', id: 'b' }),
    );
  });
});
