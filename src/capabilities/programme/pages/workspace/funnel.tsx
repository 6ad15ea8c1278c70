import { BarChart } from '../../../../design/charts/bar-chart.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Funnel } from '../../store/invitations.ts';

/** From invited to answered. Whether a letter was opened nobody knows: nothing is tracked. */
export function FunnelOf({ language, funnel }: { language: Language; funnel: Funnel }) {
  const t = words(language);
  const answered = funnel.yes + funnel.no + funnel.later;
  const rows = [
    { key: 'invited', value: funnel.invited },
    { key: 'answered', value: answered },
    { key: 'yes', value: funnel.yes },
    { key: 'no', value: funnel.no },
    { key: 'later', value: funnel.later },
    { key: 'waiting', value: funnel.waiting },
    { key: 'reminded', value: funnel.reminded },
  ] as const;
  return (
    <BarChart
      title={t('funnel-finding', { invited: funnel.invited, answered, yes: funnel.yes })}
      source={t('our-records')}
      note={t('nothing-tracked')}
      rowsAre={t('stage')}
      series={[t('cities')]}
      rows={
        funnel.invited === 0
          ? []
          : rows.map(({ key, value }) => ({
              key,
              label: t(`funnel.${key}`),
              values: [value],
              strong: key === 'yes',
            }))
      }
    />
  );
}
