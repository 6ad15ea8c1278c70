import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { type Weights, wholePoints } from '../../rules/weights.ts';

/** How points come about, as data: a pair's points are the whole multiplied by each percentage that fits. */
export function WeightsTable({ language, weights }: { language: Language; weights: Weights }) {
  const t = words(language);
  const percent = (value: number) => formatNumber(language, value / 100, { style: 'percent' });
  const several = (values: readonly number[]) => values.map(percent).join(' · ');
  const { fit, partners, hours, noOfficeHours, context, underServed } = weights;
  const rows = [
    ['one-way', percent(fit.oneWay)],
    ['both-ways', percent(fit.bothWays)],
    ['further-topic', `+${percent(fit.furtherTopic)}`],
    ['partners', several(partners)],
    ['language-staff', percent(weights.language.ofStaff)],
    ['language-other', percent(weights.language.other)],
    ['hours', several(hours.slice(1))],
    ['stretched', percent(noOfficeHours.stretched)],
    ['no-hours', percent(noOfficeHours.none)],
    ['context', several(context)],
    ['global-south', `+${percent(underServed.globalSouth)}`],
    ['secondary', `+${percent(underServed.secondary)}`],
  ] as const;
  return (
    <>
      <p>{t('weights-lead', { whole: wholePoints, version: weights.version })}</p>
      <Table
        caption={t('weights')}
        captionHidden
        rows={rows}
        rowKey={([key]) => key}
        columns={[
          { key: 'what', title: t('weight-of'), rowHeader: true, cell: ([key]) => t(`weight.${key}`) },
          { key: 'percent', title: t('percent'), figure: true, cell: ([, value]) => value },
        ]}
      />
    </>
  );
}
