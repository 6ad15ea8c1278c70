import { z } from 'zod';
import type { Reason } from '../../../../kernel/refusal.ts';
import { choice, optionalText, wrong } from '../../../../platform/forms/fields.ts';
import type { EligibilityRule, RuleKind, RuleTest } from '../../rules/eligibility-rule.ts';
import { boxes, countries } from './figures-typed.ts';

/** In the order in which they are offered. */
export const ruleKinds = [
  'countries',
  'income-groups',
  'regions',
  'global-south',
  'secondary-city',
  'population',
  'capital',
  'no-running-grant',
  'country-limit',
] as const satisfies readonly RuleKind[];

function optionalNumber() {
  return optionalText(15).transform((said, context) => {
    if (said === null) return null;
    const plain = said.replaceAll(/[\s,.’'\u00a0\u202f](?=\d{3}(?:\D|$))/g, '');
    return /^\d{1,9}$/.test(plain) ? Number(plain) : wrong(context, 'platform:not-a-number');
  });
}

/** One form for each kind; all that any kind asks, and each kind looks at its own. */
export const ruleAnswers = z
  .object({
    kind: choice(ruleKinds),
    weight: choice(['critical', 'additional']),
    countries: countries(),
    list: optionalText(80),
    groups: boxes(/^(LIC|LMC|UMC|HIC)$/),
    regions: boxes(/^\d{3}$/),
    revision: optionalNumber(),
    atLeast: optionalNumber(),
    atMost: optionalNumber(),
    margin: optionalNumber(),
    must: optionalText(6),
    limit: optionalNumber(),
  })
  .transform(({ weight, ...said }, context): Omit<EligibilityRule, 'key'> => {
    const refuse = (field: string, key: Reason['key']) => {
      context.addIssue({ code: 'custom', message: key, path: [field] });
      return z.NEVER;
    };
    const test = testOf(said, refuse);
    return { weight, test };
  });

interface Said {
  readonly kind: RuleKind;
  readonly countries: readonly string[];
  readonly list: string | null;
  readonly groups: readonly string[];
  readonly regions: readonly string[];
  readonly revision: number | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly margin: number | null;
  readonly must: string | null;
  readonly limit: number | null;
}

function testOf(said: Said, refuse: (field: string, key: Reason['key']) => never): RuleTest {
  const { kind, list, revision, atLeast, atMost } = said;
  switch (kind) {
    case 'countries':
      return said.countries.length > 0
        ? { kind, countries: said.countries }
        : refuse('countries', 'platform:needed');
    case 'income-groups':
      if (list === null) return refuse('list', 'fund:which-list');
      return said.groups.length > 0
        ? { kind, list, groups: said.groups }
        : refuse('groups', 'platform:needed');
    case 'regions':
      if (list === null) return refuse('list', 'fund:which-list');
      return said.regions.length > 0
        ? { kind, list, regions: said.regions }
        : refuse('regions', 'platform:needed');
    case 'global-south':
    case 'secondary-city':
      return revision === null ? refuse('revision', 'platform:needed') : { kind, revision };
    case 'population':
      if (atLeast === null && atMost === null) return refuse('atLeast', 'platform:needed');
      if (atLeast !== null && atMost !== null && atMost < atLeast)
        return refuse('atMost', 'fund:less-than-the-least');
      return { kind, atLeast, atMost, marginPercent: Math.min(said.margin ?? 20, 100) };
    case 'capital':
      return { kind, must: said.must === 'be' ? 'be' : 'not-be' };
    case 'country-limit':
      return said.limit ? { kind, atMost: said.limit } : refuse('limit', 'platform:needed');
    case 'no-running-grant':
    default:
      return { kind };
  }
}
