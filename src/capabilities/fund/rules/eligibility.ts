import type { CityFacts, EligibilityRule, ListSays, RuleTest } from './eligibility-rule.ts';

export type Outcome = 'met' | 'not-met' | 'needs-a-look';
export type Verdict = 'eligible' | 'not-eligible' | 'needs-a-look';

/** What the city's fact is, as far as it is known, and where it is from. */
export type Fact =
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'income-group'; readonly group: string | null; readonly list: string }
  | { readonly kind: 'regions'; readonly regions: readonly string[]; readonly list: string }
  | {
      readonly kind: 'definition';
      readonly key: string;
      readonly revision: number;
      readonly holds: boolean | null;
    }
  | { readonly kind: 'population'; readonly population: number }
  | { readonly kind: 'capital'; readonly isCapital: boolean }
  | { readonly kind: 'running-grants'; readonly count: number; readonly since: string | null }
  | { readonly kind: 'grants-of-country'; readonly country: string; readonly count: number };

/** What would make the answer another. */
export type WouldChange =
  | { readonly kind: 'other-list'; readonly list: string; readonly validFrom: string | null }
  | { readonly kind: 'newer-list' }
  | { readonly kind: 'other-definition'; readonly revision: number }
  | { readonly kind: 'population-confirmed'; readonly atLeast: number | null; readonly atMost: number | null }
  | { readonly kind: 'grant-ends' }
  | { readonly kind: 'place-free-in-country' }
  | { readonly kind: 'other-window' };

export interface Finding {
  readonly rule: EligibilityRule;
  readonly outcome: Outcome;
  readonly fact: Fact;
  /** Null where the rule is met. */
  readonly wouldChange: WouldChange | null;
}

export interface Eligibility {
  readonly verdict: Verdict;
  /** In the order of the window's rules. */
  readonly findings: readonly Finding[];
  /** Additional rules that are met: they raise. */
  readonly raises: number;
}

/** What a window's rules say of a city. A critical rule that is not met decides; one that cannot be told asks for a person. */
export function judgeEligibility(rules: readonly EligibilityRule[], city: CityFacts): Eligibility {
  const findings = rules.map((rule): Finding => {
    const { outcome, fact, wouldChange } = tests[rule.test.kind](rule.test as never, city);
    return { rule, outcome, fact, wouldChange: outcome === 'met' ? null : wouldChange };
  });
  const critical = findings.filter(({ rule }) => rule.weight === 'critical');
  const verdict = critical.some(({ outcome }) => outcome === 'not-met')
    ? 'not-eligible'
    : critical.some(({ outcome }) => outcome === 'needs-a-look')
      ? 'needs-a-look'
      : 'eligible';
  const raises = findings.filter(
    ({ rule, outcome }) => rule.weight === 'additional' && outcome === 'met',
  ).length;
  return { verdict, findings, raises };
}

type Tested = Pick<Finding, 'outcome' | 'fact'> & { readonly wouldChange: WouldChange };
type Of<Kind extends RuleTest['kind']> = Extract<RuleTest, { kind: Kind }>;

const tests: { readonly [Kind in RuleTest['kind']]: (test: Of<Kind>, city: CityFacts) => Tested } = {
  countries: ({ countries }, { country }) => ({
    outcome: countries.length === 0 || countries.includes(country) ? 'met' : 'not-met',
    fact: { kind: 'country', country },
    wouldChange: { kind: 'other-window' },
  }),
  'income-groups': ({ groups, list }, city) => {
    const says = city.lists.find(({ slug }) => slug === list);
    const group = says?.incomeGroup ?? null;
    const allowed = (one: string | null) => one !== null && groups.includes(one);
    return {
      outcome: groups.length === 0 || allowed(group) ? 'met' : group === null ? 'needs-a-look' : 'not-met',
      fact: { kind: 'income-group', group, list: says?.name ?? list },
      wouldChange: otherList(city, 'world-bank-income', list, ({ incomeGroup }) => allowed(incomeGroup)),
    };
  },
  regions: ({ regions, list }, city) => {
    const says = city.lists.find(({ slug }) => slug === list);
    const inside = (one: ListSays) => one.regions.some((region) => regions.includes(region));
    const known = says !== undefined && says.regions.length > 0;
    return {
      outcome: regions.length === 0 || (known && inside(says)) ? 'met' : known ? 'not-met' : 'needs-a-look',
      fact: { kind: 'regions', regions: says?.regions ?? [], list: says?.name ?? list },
      wouldChange: otherList(city, 'un-m49', list, inside),
    };
  },
  'global-south': ({ revision }, city) => byDefinition('global-south', revision, city),
  'secondary-city': ({ revision }, city) => byDefinition('secondary-city', revision, city),
  population: ({ atLeast, atMost, marginPercent }, { population }) => ({
    outcome: ofSize(population, atLeast, atMost, marginPercent),
    fact: { kind: 'population', population },
    wouldChange: { kind: 'population-confirmed', atLeast, atMost },
  }),
  capital: ({ must }, { isCapital }) => ({
    outcome: isCapital === (must === 'be') ? 'met' : 'not-met',
    fact: { kind: 'capital', isCapital },
    wouldChange: { kind: 'other-window' },
  }),
  'no-running-grant': (_test, { runningGrants }) => ({
    outcome: runningGrants.length === 0 ? 'met' : 'needs-a-look',
    fact: {
      kind: 'running-grants',
      count: runningGrants.length,
      since: runningGrants.map(({ announced }) => announced).toSorted()[0] ?? null,
    },
    wouldChange: { kind: 'grant-ends' },
  }),
  'country-limit': ({ atMost }, { country, grantsOfCountry }) => ({
    outcome: grantsOfCountry < atMost ? 'met' : 'not-met',
    fact: { kind: 'grants-of-country', country, count: grantsOfCountry },
    wouldChange: { kind: 'place-free-in-country' },
  }),
};

function byDefinition(key: 'global-south' | 'secondary-city', revision: number, city: CityFacts): Tested {
  const all = city.definitions.filter((one) => one.key === key);
  const holds = all.find((one) => one.revision === revision)?.holds ?? null;
  const other = all.findLast((one) => one.revision !== revision && one.holds === true);
  return {
    outcome: holds === null ? 'needs-a-look' : holds ? 'met' : 'not-met',
    fact: { kind: 'definition', key, revision, holds },
    wouldChange: other ? { kind: 'other-definition', revision: other.revision } : { kind: 'other-window' },
  };
}

/** The newest other list of the scheme under which the rule would be met; else a newer list may come. */
function otherList(
  city: CityFacts,
  scheme: string,
  list: string,
  meets: (says: ListSays) => boolean,
): WouldChange {
  const other = city.lists.findLast((one) => one.scheme === scheme && one.slug !== list && meets(one));
  return other
    ? { kind: 'other-list', list: other.name, validFrom: other.validFrom }
    : { kind: 'newer-list' };
}

function ofSize(
  population: number,
  atLeast: number | null,
  atMost: number | null,
  marginPercent: number,
): Outcome {
  if (atLeast === null && atMost === null) return 'met';
  if (population === 0) return 'needs-a-look';
  const within = (low: number, high: number) => population >= low && population <= high;
  if (within(atLeast ?? 0, atMost ?? Infinity)) return 'met';
  const low = ((atLeast ?? 0) * (100 - marginPercent)) / 100;
  const high = ((atMost ?? Infinity) * (100 + marginPercent)) / 100;
  return within(low, high) ? 'needs-a-look' : 'not-met';
}
