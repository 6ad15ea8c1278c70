import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { words } from '../messages/index.ts';
import type { Finding } from '../rules/eligibility.ts';
import { type RegionNames, sayFinding } from './say-finding.ts';

interface Refused {
  readonly city: string;
  readonly window: LocalText;
  readonly findings: readonly Finding[];
  readonly regions: RegionNames;
}

/** A draft, for a person to read before it leaves: which rule was not met, what we know of the city, what would change it. */
export function refusalLetter(language: Language, { city, window, findings, regions }: Refused): string {
  const t = words(language);
  const unmet = findings.filter(({ rule, outcome }) => rule.weight === 'critical' && outcome !== 'met');
  const reasons = unmet.map((finding) => {
    const said = sayFinding(language, finding, regions);
    return t('letter-reason', {
      rule: said.rule,
      fact: said.fact,
      source: said.source,
      change: said.wouldChange ?? '',
    });
  });
  return [
    t('letter-opening', { city, window: window[language] || window.en }),
    ...reasons,
    t('letter-closing'),
  ].join('\n\n');
}
