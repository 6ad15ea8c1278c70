import { array, assert, constantFrom, nat, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayDonorFund, type WindowDonor } from './donor.ts';
import { judgeEligibility } from './eligibility.ts';
import type { CityFacts, EligibilityRule, RuleTest } from './eligibility-rule.ts';

function facts(over: Partial<CityFacts> = {}): CityFacts {
  return {
    cityId: 'c',
    name: 'Kenema',
    country: 'SL',
    isCapital: false,
    population: 200_000,
    lists: [
      list('fy2026', 'world-bank-income', '2025-07-01', { incomeGroup: 'LIC' }),
      list('fy2027', 'world-bank-income', '2026-07-01', { incomeGroup: 'LMC' }),
      list('m49', 'un-m49', null, { regions: ['002', '202'] }),
    ],
    definitions: [
      { key: 'secondary-city', revision: 1, holds: true },
      { key: 'secondary-city', revision: 2, holds: false },
      { key: 'global-south', revision: 1, holds: true },
    ],
    runningGrants: [],
    grantsOfCountry: 0,
    ...over,
  };
}

function list(slug: string, scheme: string, validFrom: string | null, says: object) {
  return { slug, scheme, name: slug.toUpperCase(), validFrom, incomeGroup: null, regions: [], ...says };
}

function rule(test: RuleTest, weight: EligibilityRule['weight'] = 'critical'): EligibilityRule {
  return { key: test.kind, weight, test };
}

const population = (atLeast: number | null, atMost: number | null, marginPercent = 20) =>
  ({ kind: 'population', atLeast, atMost, marginPercent }) as const;

describe('what a rule says of a city', () => {
  it.each<[string, RuleTest, Partial<CityFacts>, string, object | null]>([
    ['on the list of countries', { kind: 'countries', countries: ['SL'] }, {}, 'met', null],
    ['not on it', { kind: 'countries', countries: ['KE'] }, {}, 'not-met', { kind: 'other-window' }],
    ['an empty list restricts nothing', { kind: 'countries', countries: [] }, {}, 'met', null],
    ['by the list named', { kind: 'income-groups', list: 'fy2026', groups: ['LIC'] }, {}, 'met', null],
    [
      'a newer list would change it',
      { kind: 'income-groups', list: 'fy2026', groups: ['LMC'] },
      {},
      'not-met',
      { kind: 'other-list', list: 'FY2027', validFrom: '2026-07-01' },
    ],
    [
      'no list known would',
      { kind: 'income-groups', list: 'fy2027', groups: ['HIC'] },
      {},
      'not-met',
      { kind: 'newer-list' },
    ],
    [
      'the list does not say',
      { kind: 'income-groups', list: 'fy2020', groups: ['LIC'] },
      {},
      'needs-a-look',
      { kind: 'other-list', list: 'FY2026', validFrom: '2025-07-01' },
    ],
    ['in the subregion', { kind: 'regions', list: 'm49', regions: ['202'] }, {}, 'met', null],
    ['elsewhere', { kind: 'regions', list: 'm49', regions: ['150'] }, {}, 'not-met', { kind: 'newer-list' }],
    ['by the definition’s revision', { kind: 'secondary-city', revision: 1 }, {}, 'met', null],
    [
      'another revision would change it',
      { kind: 'secondary-city', revision: 2 },
      {},
      'not-met',
      { kind: 'other-definition', revision: 1 },
    ],
    ['a revision nobody knows', { kind: 'global-south', revision: 9 }, {}, 'needs-a-look', null],
    ['within the bounds', population(50_000, 300_000), {}, 'met', null],
    ['at the bound', population(200_000, 200_000), {}, 'met', null],
    [
      'a little below: a figure may be off',
      population(220_000, null),
      {},
      'needs-a-look',
      { kind: 'population-confirmed', atLeast: 220_000, atMost: null },
    ],
    ['far below', population(500_000, null), {}, 'not-met', null],
    ['unknown population', population(50_000, null), { population: 0 }, 'needs-a-look', null],
    [
      'a capital where none may be',
      { kind: 'capital', must: 'not-be' },
      { isCapital: true },
      'not-met',
      null,
    ],
    ['a capital where one must be', { kind: 'capital', must: 'be' }, { isCapital: true }, 'met', null],
    [
      'a grant that may still run',
      { kind: 'no-running-grant' },
      { runningGrants: [{ slug: 'x', announced: '2026-01-01' }] },
      'needs-a-look',
      { kind: 'grant-ends' },
    ],
    [
      'a place left in the country',
      { kind: 'country-limit', atMost: 2 },
      { grantsOfCountry: 1 },
      'met',
      null,
    ],
    [
      'no place left',
      { kind: 'country-limit', atMost: 2 },
      { grantsOfCountry: 2 },
      'not-met',
      { kind: 'place-free-in-country' },
    ],
  ])('%s', (_case, test, over, outcome, change) => {
    const [finding] = judgeEligibility([rule(test)], facts(over)).findings;
    expect(finding?.outcome).toBe(outcome);
    if (change || outcome === 'met') expect(finding?.wouldChange).toEqual(change);
    else expect(finding?.wouldChange).not.toBeNull();
  });
});

describe('the verdict', () => {
  const met = rule({ kind: 'countries', countries: ['SL'] });
  const unmet = rule({ kind: 'capital', must: 'be' });
  const doubtful = rule(population(220_000, null));

  it('lets a rule that is not met decide before one in doubt', () => {
    expect(judgeEligibility([met], facts()).verdict).toBe('eligible');
    expect(judgeEligibility([met, doubtful], facts()).verdict).toBe('needs-a-look');
    expect(judgeEligibility([met, doubtful, unmet], facts()).verdict).toBe('not-eligible');
    expect(judgeEligibility([], facts()).verdict).toBe('eligible');
  });

  it('is raised, never lowered, by additional rules', () => {
    const extra = [
      { ...met, weight: 'additional' as const },
      { ...unmet, weight: 'additional' as const },
    ];
    expect(judgeEligibility([met, ...extra], facts())).toMatchObject({ verdict: 'eligible', raises: 1 });
  });

  const code = constantFrom('SL', 'KE', 'TG', 'FR', 'BR');
  const rank = { 'not-eligible': 0, 'needs-a-look': 1, eligible: 2 };

  it('is never worse when a country is added to a list that restricts', () => {
    assert(
      property(array(code, { minLength: 1 }), code, code, (countries, added, country) => {
        const before = judgeEligibility([rule({ kind: 'countries', countries })], facts({ country }));
        const after = judgeEligibility(
          [rule({ kind: 'countries', countries: [...countries, added] })],
          facts({ country }),
        );
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
      }),
    );
  });

  it('is never worse when population bounds are widened or the margin grows', () => {
    const size = nat({ max: 2_000_000 });
    assert(
      property(size, size, size, size, nat({ max: 50 }), (a, b, wider, people, margin) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const judge = (atLeast: number, atMost: number, percent: number) =>
          rank[
            judgeEligibility([rule(population(atLeast, atMost, percent))], facts({ population: people }))
              .verdict
          ];
        const before = judge(low, high, margin);
        expect(judge(Math.max(0, low - wider), high + wider, margin)).toBeGreaterThanOrEqual(before);
        expect(judge(low, high, margin + 10)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is never better when a critical rule is added', () => {
    const some = subarray([met, unmet, doubtful]);
    assert(
      property(some, some, (rules, more) => {
        const before = judgeEligibility(rules, facts()).verdict;
        expect(rank[judgeEligibility([...rules, ...more], facts()).verdict]).toBeLessThanOrEqual(
          rank[before],
        );
      }),
    );
  });
});

describe('whether a donor may fund a city', () => {
  const donor = (restrictions: Partial<WindowDonor['restrictions']>): WindowDonor => ({
    id: 'd',
    organisationId: null,
    name: { en: 'Agency', fr: '', es: '', pt: '', ar: '' },
    amount: { amountMinor: 1n, currency: 'USD' },
    restrictions: {
      countries: [],
      incomeGroups: [],
      incomeList: null,
      regions: [],
      themes: [],
      spendFrom: null,
      spendUntil: null,
      overheadCapBasisPoints: null,
      ...restrictions,
    },
  });
  const day = (text: string) => text as NonNullable<WindowDonor['restrictions']['spendFrom']>;

  it.each([
    ['without restrictions', {}, {}, 'yes', []],
    ['in its countries', { countries: ['SL'] }, {}, 'yes', []],
    ['outside them', { countries: ['KE'] }, {}, 'no', []],
    ['by its own list', { incomeGroups: ['LIC'], incomeList: 'fy2027' }, {}, 'no', []],
    ['by a list that says nothing', { incomeGroups: ['LIC'], incomeList: 'fy1' }, {}, 'needs-a-look', []],
    ['for another theme', { themes: ['health'] }, { themes: ['housing'] }, 'no', ['themes']],
    ['for a theme it has', { themes: ['health'] }, { themes: ['housing', 'health'] }, 'yes', []],
    ['themes not asked', { themes: ['health'] }, {}, 'yes', []],
    ['after its period', { spendUntil: day('2027-01-01') }, { from: day('2027-02-01') }, 'no', ['period']],
    ['over its overhead', { overheadCapBasisPoints: 500 }, { overheadBasisPoints: 700 }, 'no', ['overhead']],
  ])('%s', (_case, restrictions, project, may, obstacles) => {
    expect(mayDonorFund(donor(restrictions), facts(), project)).toMatchObject({ may, obstacles });
  });
});
