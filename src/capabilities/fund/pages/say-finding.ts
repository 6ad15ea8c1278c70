import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { localeTag } from '../../../platform/languages/catalogue.ts';
import { countryName, formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import { type Fact, type Finding, type WouldChange } from '../rules/eligibility.ts';
import { type IncomeGroup, incomeGroups, type RuleTest } from '../rules/eligibility-rule.ts';

/** Names of UN M49 regions by code. */
export type RegionNames = Readonly<Record<string, LocalText>>;

export interface SaidFinding {
  readonly rule: string;
  /** What the city's fact is. */
  readonly fact: string;
  readonly source: string;
  /** Null where the rule is met. */
  readonly wouldChange: string | null;
}

/** A finding in the reader's language: the rule, the city's fact, where it is from, and what would change the answer. */
export function sayFinding(language: Language, finding: Finding, regions: RegionNames): SaidFinding {
  return {
    rule: sayRule(language, finding.rule.test, regions),
    fact: sayFact(language, finding.fact, regions),
    source: saySource(language, finding.fact),
    wouldChange: finding.wouldChange && sayChange(language, finding.wouldChange),
  };
}

export function sayRule(language: Language, test: RuleTest, regions: RegionNames): string {
  const t = words(language);
  switch (test.kind) {
    case 'countries':
      return t('rule.countries', {
        countries: list(
          language,
          test.countries.map((code) => countryName(language, code)),
        ),
      });
    case 'income-groups':
      return t('rule.income-groups', {
        groups: list(
          language,
          test.groups.map((group) => groupName(language, group)),
        ),
        // `world-bank-income-fy2026` is the World Bank's list FY2026.
        list: test.list.replace(/^world-bank-income-/, '').toUpperCase(),
      });
    case 'regions':
      return t('rule.regions', { regions: regionList(language, test.regions, regions) });
    case 'population': {
      const [low, high] = [test.atLeast, test.atMost];
      const bounds = low === null ? 'most' : high === null ? 'least' : 'both';
      return t('rule.population', { bounds, atLeast: low ?? 0, atMost: high ?? 0 });
    }
    case 'capital':
      return t(test.must === 'be' ? 'rule.capital' : 'rule.not-capital');
    case 'country-limit':
      return t('rule.country-limit', { n: test.atMost });
    case 'global-south':
    case 'secondary-city':
      return t(`rule.${test.kind}`, { revision: test.revision });
    case 'no-running-grant':
    default:
      return t('rule.no-running-grant');
  }
}

function sayFact(language: Language, fact: Fact, regions: RegionNames): string {
  const t = words(language);
  switch (fact.kind) {
    case 'country':
      return t('fact.country', { country: countryName(language, fact.country) });
    case 'income-group':
      return fact.group === null
        ? t('fact.not-on-list')
        : t('fact.income-group', { group: groupName(language, fact.group) });
    case 'regions':
      return fact.regions.length === 0
        ? t('fact.not-on-list')
        : t('fact.regions', { regions: regionList(language, fact.regions, regions) });
    case 'definition':
      return t('fact.definition', { holds: fact.holds === null ? 'unknown' : fact.holds ? 'yes' : 'no' });
    case 'population':
      return t('fact.population', { n: fact.population });
    case 'capital':
      return t(fact.isCapital ? 'fact.capital' : 'fact.not-capital');
    case 'running-grants':
      return t('fact.running-grants', {
        n: fact.count,
        since: fact.since === null ? '' : formatDate(language, fact.since as CalendarDate),
      });
    case 'grants-of-country':
    default:
      return t('fact.grants-of-country', { n: fact.count, country: countryName(language, fact.country) });
  }
}

function saySource(language: Language, fact: Fact): string {
  const t = words(language);
  if (fact.kind === 'income-group') return t('source.world-bank', { list: fact.list });
  if (fact.kind === 'regions') return t('source.m49', { list: fact.list });
  if (fact.kind === 'definition') return t('source.definition', { revision: fact.revision });
  if (fact.kind === 'running-grants' || fact.kind === 'grants-of-country') return t('source.grants');
  return t('source.gazetteer');
}

function sayChange(language: Language, change: WouldChange): string {
  const t = words(language);
  switch (change.kind) {
    case 'other-list':
      return t('change.other-list', {
        list: change.list,
        dated: change.validFrom === null ? 'no' : 'yes',
        date: change.validFrom === null ? '' : formatDate(language, change.validFrom as CalendarDate),
      });
    case 'other-definition':
      return t('change.other-definition', { revision: change.revision });
    case 'population-confirmed': {
      const bounds = change.atLeast === null ? 'most' : change.atMost === null ? 'least' : 'both';
      return t('change.population-confirmed', {
        bounds,
        atLeast: change.atLeast ?? 0,
        atMost: change.atMost ?? 0,
      });
    }
    case 'newer-list':
    case 'grant-ends':
    case 'place-free-in-country':
    case 'other-window':
    default:
      return t(`change.${change.kind}`);
  }
}

export function groupName(language: Language, group: string): string {
  const known = incomeGroups.find((one): one is IncomeGroup => one === group);
  return known ? words(language)(`group.${known}`) : group;
}

function regionList(language: Language, codes: readonly string[], names: RegionNames): string {
  return list(
    language,
    codes.map((code) => names[code]?.[language] ?? code),
  );
}

export function list(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(localeTag(language), { type: 'disjunction' }).format(parts);
}
