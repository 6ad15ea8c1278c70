import { BarChart } from '../charts/bar-chart.tsx';
import { DotChart } from '../charts/dot-chart.tsx';
import { FlowChart } from '../charts/flow-chart.tsx';
import { LanesChart, yearsOf } from '../charts/lanes-chart.tsx';
import { LineChart, type Point } from '../charts/line-chart.tsx';
import { SlopeChart } from '../charts/slope-chart.tsx';
import { SmallMultiples } from '../charts/small-multiples.tsx';
import { Columns } from '../layout.tsx';
import { useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

/** A course from 2019 on. */
function since2019(...values: (number | null)[]): Point[] {
  return values.map((y, index) => ({ x: 2019 + index, y }));
}

export function ChartSamples() {
  const t = useSamples();
  const frame = { source: t('sample-source'), measure: t('sample-measure') };
  const [a, b, c, d] = [t('region-a'), t('region-b'), t('region-c'), t('region-d')];
  const cities = `${t('example-city')} `;
  return (
    <SampleGroup id="charts" title={t('charts')}>
      <Columns>
        <BarChart
          {...frame}
          title={t('bar-finding')}
          rowsAre={t('region')}
          series={[t('awards')]}
          csv="#csv"
          rows={[
            { key: 'a', label: a, values: [42], strong: true },
            { key: 'b', label: b, values: [31] },
            { key: 'c', label: t('long-word'), values: [9] },
            { key: 'd', label: d, values: [null] },
          ]}
        />
        <BarChart
          {...frame}
          title={t('stack-finding')}
          rowsAre={t('region')}
          series={[t('secondary'), t('capital')]}
          rows={[
            { key: 'a', label: a, values: [30, 12] },
            { key: 'b', label: b, values: [11, 20] },
            { key: 'c', label: c, values: [9, 0] },
          ]}
        />
        <LineChart
          {...frame}
          title={t('line-finding')}
          xIs={t('year')}
          series={[
            { name: a, points: since2019(12, 18, 31, null, 60, 88, 120, 132) },
            { name: b, points: since2019(20, 22, 25, 41, 44, 60, 58, 75) },
            { name: c, points: since2019(null, null, 4, 9, 12, 20, 26, 31) },
          ]}
        />
        <LineChart
          {...frame}
          title={t('one-finding')}
          xIs={t('year')}
          series={[{ name: a, points: since2019(3) }]}
        />
        <DotChart
          {...frame}
          title={t('dot-finding')}
          rowsAre={t('figures')}
          series={[t('published'), t('computed')]}
          rows={[
            { key: 'a', label: t('cities-engaged'), values: [120, 112] },
            { key: 'b', label: t('positions'), values: [60, 81] },
            { key: 'c', label: t('people-reached'), values: [null, 40] },
          ]}
        />
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
        <BarChart
          {...frame}
          title={t('none-finding')}
          rowsAre={t('region')}
          series={[t('awards')]}
          rows={[]}
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
    </SampleGroup>
  );
}
