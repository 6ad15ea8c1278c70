import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import type { SaidFigure } from '../../library/index.ts';
import { aShownGrant } from '../builders.ts';
import { chooseGrants, sortGrants } from '../pages/public/choose-grants.ts';
import { countableIn, type DonorCommitment } from './donor-commitment.ts';
import { announcedBy, shareOfCities } from './grant.ts';
import { compareWithNamed } from './published-and-named.ts';
import { byUnit, type Result } from './result.ts';

const { city } = aShownGrant();
const on = (date: string) => ({ announced: { date: calendarDate(date), precision: 'day' as const } });
const kenema = aShownGrant({ amount: { amountMinor: 20_000_000n, currency: 'USD' } });
const kenemaAgain = aShownGrant({
  slug: 'kenema-2',
  ...on('2025-10-31'),
  amount: { amountMinor: 45_000_000n, currency: 'USD' },
});
const turin = aShownGrant({
  slug: 'turin',
  ...on('2025-09-25'),
  city: { ...city, id: 'turin', name: 'Turin', country: 'IT', globalSouth: false, secondaryCity: false },
  window: null,
});
const all = [kenema, kenemaAgain, turin];

function said(key: string, value: number, date: string): SaidFigure {
  const title = { en: key, fr: key, es: key, pt: key, ar: key };
  const precision = date.length === 4 ? ('year' as const) : ('day' as const);
  return {
    slug: `${key}-${date}`,
    key,
    value,
    unit: 'grantees',
    currency: null,
    qualifier: 'exactly',
    title,
    wording: null,
    date: date.length === 4 ? `${date}-01-01` : date,
    precision,
    remark: null,
    sources: [],
  };
}

describe('a published count beside what can be named', () => {
  it('counts grants announced up to the last day the figure can speak of', () => {
    const [in2022, to2025] = compareWithNamed(
      [said('grantees-announced', 28, '2022-12-16'), said('grantees-announced', 3, '2025')],
      all,
    );
    expect(in2022).toMatchObject({ named: 1, difference: 27 });
    expect(to2025).toMatchObject({ named: 3, difference: 0, day: '2025-12-31' });
  });

  it('counts cities once where the figure speaks of cities, countries where it speaks of countries, and a year alone where it speaks of a year', () => {
    const compared = compareWithNamed(
      [
        said('grantees-supported', 2, '2025'),
        said('grantee-countries', 2, '2025'),
        said('grantees-announced-year', 8, '2025'),
      ],
      all,
    );
    expect(compared.map(({ named }) => named)).toEqual([2, 2, 2]);
    expect(compared.map(({ difference }) => difference)).toEqual([0, 0, 6]);
  });

  it('leaves out figures that speak of something else', () => {
    expect(compareWithNamed([said('funding-unlocked', 33, '2023')], all)).toEqual([]);
  });
});

describe('money from donors', () => {
  const commitment: DonorCommitment = {
    id: 'a',
    donors: [],
    window: { slug: 'w', name: said('w', 1, '2022').title },
    amount: { amountMinor: 100n, currency: 'USD' },
    date: { date: calendarDate('2022-05-18'), precision: 'day' },
    until: null,
    superseded: false,
    within: false,
    remark: null,
    sources: [],
  };

  it('counts no dollar twice: not what was replaced, not what is part of another, not another currency, not an unknown amount', () => {
    const others: DonorCommitment[] = [
      { ...commitment, id: 'b', superseded: true },
      { ...commitment, id: 'c', within: true },
      { ...commitment, id: 'd', amount: { amountMinor: 99_000_000n, currency: 'CHF' } },
      { ...commitment, id: 'e', amount: null },
    ];
    expect(countableIn('USD', [commitment, ...others]).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a list of grants', () => {
  it('is narrowed by every filter at once', () => {
    expect(chooseGrants(all, { country: 'SL', cities: 'secondary' })).toEqual([kenema, kenemaAgain]);
    expect(chooseGrants(all, { window: 'harbour-window', country: 'IT' })).toEqual([]);
    expect(chooseGrants(all, { cities: 'nonsense' })).toEqual([]);
  });

  it('puts unknown amounts last, whichever way it is sorted', () => {
    expect(sortGrants(all, 'amount', 'en')).toEqual([kenema, kenemaAgain, turin]);
    expect(sortGrants(all, '-amount', 'en')).toEqual([kenemaAgain, kenema, turin]);
  });

  it('sorts by name and by day', () => {
    expect(sortGrants(all, '-city', 'en')[0]).toBe(turin);
    expect(sortGrants(all, '-announced', 'en')).toEqual([kenemaAgain, turin, kenema]);
  });

  it('counts each city once in its shares', () => {
    expect(shareOfCities(all, (one) => one.globalSouth)).toEqual({ part: 1, whole: 2 });
    expect(announcedBy(all, calendarDate('2025-09-25'))).toEqual([kenema, turin]);
  });
});

describe('results', () => {
  it('stay in their own units', () => {
    const result = { value: 600, unit: 'households' } as Result;
    const people = { value: 1200, unit: 'people-reached-directly' } as Result;
    expect(byUnit([result, people]).map(({ unit, results }) => [unit, results.length])).toEqual([
      ['people-reached-directly', 1],
      ['households', 1],
    ]);
  });
});
