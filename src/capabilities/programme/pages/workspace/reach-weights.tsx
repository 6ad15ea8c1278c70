import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { reachWeights, servedForDays, topicsCounted } from '../../rules/weights.ts';
import { incomeName } from '../say.ts';

/** The rule as data: every weight, so that anybody can reckon the order again. */
export function ReachWeightsTable({ language }: { language: Language }) {
  const t = words(language);
  const { need, neverEngaged, secondary, globalSouth, income, languageNotServed } = reachWeights;
  const rows = [
    { what: t('weight.need-first'), points: need.first },
    { what: t('weight.need-further', { n: topicsCounted }), points: need.further },
    { what: t('weight.never-engaged'), points: neverEngaged },
    { what: t('weight.secondary'), points: secondary },
    { what: t('weight.global-south'), points: globalSouth },
    ...Object.entries(income).map(([group, points]) => ({
      what: t('weight.income', { group: incomeName(language, group) }),
      points,
    })),
    { what: t('weight.language', { days: servedForDays }), points: languageNotServed },
  ];
  return (
    <section>
      <details>
        <summary>{t('how-ordered')}</summary>
        <p>{t('how-ordered-says')}</p>
        <Table
          caption={t('weights', { version: reachWeights.version })}
          rows={rows}
          rowKey={({ what }) => what}
          columns={[
            { key: 'what', title: t('why'), rowHeader: true, cell: ({ what }) => what },
            {
              key: 'points',
              title: t('points'),
              figure: true,
              cell: ({ points }) => formatNumber(language, points),
            },
          ]}
        />
      </details>
    </section>
  );
}
