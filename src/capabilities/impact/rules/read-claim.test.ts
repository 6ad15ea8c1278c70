import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../../kernel/id.ts';
import { readClaim, type Said } from './read-claim.ts';

const today = calendarDate('2026-11-21');
const whole: Said = {
  kind: 'direct-grant',
  city: cityIdFromGeonames(1),
  on: '2024-05',
  amount: '200,000',
  amountCurrency: 'usd',
  objective: '3',
  statement: 'A grant of the first window.',
  visibility: 'public',
  evidenceTitle1: 'Press release',
  evidenceAddress1: 'https://example.org/release',
};
const said = (over: Said) =>
  readClaim({ ...whole, ...over }, today).problems.map(({ field, reason }) => `${field} ${reason.key}`);

describe('what is typed about a claim', () => {
  it('is read whole', () => {
    const { claim, problems } = readClaim(whole, today);
    expect(problems).toEqual([]);
    expect(claim.entry).toMatchObject({
      amount: { amountMinor: 20_000_000n, currency: 'USD' },
      on: { date: '2024-05-01', precision: 'month' },
      qualifier: 'exactly',
    });
    expect(claim.evidence).toHaveLength(1);
  });
  it('shows all its problems at once', () => {
    expect(
      said({
        on: '2023-02-30',
        amountCurrency: 'QQQ',
        statement: ' ',
        evidenceTitle1: '',
        evidenceAddress1: '',
      }),
    ).toEqual([
      'statement platform:needed',
      'on platform:not-a-date',
      'amountCurrency platform:not-a-currency',
      'amount impact:amount-needed',
      'evidenceTitle1 impact:evidence-needed',
    ]);
  });
  it.each([
    [{ on: '2027-01-01' }, 'on impact:future-date'],
    [{ on: '' }, 'on platform:needed'],
    [{ amount: '-5' }, 'amount platform:amount-not-positive'],
    [{ amount: 'much' }, 'amount platform:not-an-amount'],
    [{ amount: '' }, 'amount impact:amount-needed'],
    [{ count: '7', countUnit: 'people' }, 'amount impact:amount-and-count'],
    [{ city: '' }, 'city impact:city-needed'],
    [{ objective: '5' }, 'objective platform:choose-one'],
    [{ kind: 'miracle' }, 'kind platform:choose-one'],
    [{ subjectKind: 'organisation' }, 'subjectKind impact:other-subject'],
    [{ evidenceAddress1: 'ftp://x' }, 'evidenceAddress1 platform:not-an-address'],
    [{ evidenceAddress1: '' }, 'evidenceAddress1 impact:evidence-not-found-again'],
    [{ evidenceDate1: '2024-13' }, 'evidenceDate1 platform:not-a-date'],
    [{ amountCurrency: 'EUR', usd: '100' }, 'usdSource impact:usd-source-needed'],
    [
      { kind: 'people-reached-directly', amount: '', count: '-4', countUnit: 'people' },
      'count platform:number-too-small',
    ],
    [
      { kind: 'people-reached-directly', amount: '', count: '4', countUnit: 'souls' },
      'countUnit platform:choose-one',
    ],
  ])('is refused with a sentence: %o', (over, problem) => {
    expect(said(over)).toContain(problem);
  });
});
