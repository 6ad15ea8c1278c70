import { Tag, type Tone } from '../../../../design/tag.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Finding, Outcome } from '../../rules/eligibility.ts';
import { type RegionNames, sayFinding } from '../say-finding.ts';

const tones: Record<Outcome, Tone> = { met: 'done', 'not-met': 'stopped', 'needs-a-look': 'signal' };

interface FindingsProps {
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly regions: RegionNames;
}

/** Each rule, what the city's fact is and where that is from, and what would change the answer. */
export function Findings({ language, findings, regions }: FindingsProps) {
  const t = words(language);
  return (
    <Table
      caption={t('rule-by-rule')}
      rows={findings.map((finding) => ({ finding, said: sayFinding(language, finding, regions) }))}
      rowKey={({ finding }) => finding.rule.key}
      columns={[
        {
          key: 'rule',
          title: t('rule'),
          rowHeader: true,
          cell: ({ finding, said }) => (
            <>
              {said.rule}{' '}
              {finding.rule.weight === 'additional' && <span class="quiet">({t('raises-only')})</span>}
            </>
          ),
        },
        {
          key: 'outcome',
          title: t('answer'),
          cell: ({ finding }) => <Tag tone={toneOf(finding)}>{t(`outcome.${finding.outcome}`)}</Tag>,
        },
        {
          key: 'fact',
          title: t('what-we-know'),
          cell: ({ said }) => (
            <>
              {said.fact} <span class="quiet">{said.source}</span>
            </>
          ),
        },
        { key: 'change', title: t('what-would-change-it'), cell: ({ said }) => said.wouldChange ?? '—' },
      ]}
    />
  );
}

function toneOf({ rule, outcome }: Finding): Tone {
  return rule.weight === 'additional' && outcome !== 'met' ? 'neutral' : tones[outcome];
}
