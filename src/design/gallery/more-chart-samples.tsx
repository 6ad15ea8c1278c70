import { FlowChart } from '../charts/flow-chart.tsx';
import { LanesChart, yearsOf } from '../charts/lanes-chart.tsx';
import type { Point } from '../charts/line-chart.tsx';
import { SlopeChart } from '../charts/slope-chart.tsx';
import { SmallMultiples } from '../charts/small-multiples.tsx';
import { Columns } from '../layout.tsx';
import { useSamples } from './messages/index.ts';

/** A course from 2019 on. */
export function since2019(...values: (number | null)[]): Point[] {
  return values.map((y, index) => ({ x: 2019 + index, y }));
}

export function MoreChartSamples() {
  const t = useSamples();
  const frame = { source: t('sample-source'), measure: t('sample-measure') };
  const [a, b, c, d] = [t('region-a'), t('region-b'), t('region-c'), t('region-d')];
  const cities = `${t('example-city')} `;
  return (
    <>
      <Columns>
        <SlopeChart
          {...frame}
          title={t('slope-finding')}
          rowsAre={t('city')}
          from="2023"
          to="2026"
          rows={[
            { name: `${cities}1`, from: 12, to: 44, strong: true },
            { name: `${cities}2`, from: 30, to: 28 },
            { name: `${cities}3`, from: 29, to: 27 },
            { name: `${cities}4`, from: 8, to: 9 },
          ]}
        />
        <LanesChart
          {...frame}
          title={t('lanes-finding')}
          years={[2019, 2026]}
          today={yearsOf('2026-09-30')}
          legend={{ known: t('stated'), soft: t('likely') }}
          lanes={[
            {
              key: '1',
              label: `${cities}1`,
              spans: [{ from: 2019, to: yearsOf('2026-09-30'), look: 'known' }],
            },
            {
              key: '2',
              label: `${cities}2`,
              spans: [
                { from: yearsOf('2019-03-01'), to: yearsOf('2021-06-30'), look: 'known' },
                { from: yearsOf('2021-06-30'), to: yearsOf('2022-01-01'), look: 'soft' },
              ],
            },
          ]}
          numbers={{
            head: [t('city'), t('from'), t('to')],
            rows: [
              [`${cities}1`, '2019', '–'],
              [`${cities}2`, '2019', '2021'],
            ],
          }}
        />
      </Columns>
      <SmallMultiples
        {...frame}
        title={t('multiples-finding')}
        xIs={t('year')}
        panels={[
          { name: a, points: since2019(12, 18, 31, 40, 60, 88) },
          { name: b, points: since2019(20, 22, 25, 41, 44, 60) },
          { name: c, points: since2019(4, 4, 4, 9, 12, 20) },
          { name: d, points: since2019(0, 0, 1, 2, 2, 3) },
        ]}
      />
      <FlowChart
        {...frame}
        title={t('flow-finding')}
        what={t('money')}
        flows={[
          { from: t('donor-a'), to: t('the-fund'), value: 1_200_000 },
          { from: t('donor-b'), to: t('the-fund'), value: 800_000 },
          { from: t('the-fund'), to: a, value: 900_000 },
          { from: t('the-fund'), to: b, value: 700_000 },
          { from: t('the-fund'), to: c, value: 400_000 },
        ]}
      />
    </>
  );
}
