import { BarChart } from '../charts/bar-chart.tsx';
import { DotChart } from '../charts/dot-chart.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { Columns } from '../layout.tsx';
import { useSamples } from './messages/index.ts';
import { MoreChartSamples, since2019 } from './more-chart-samples.tsx';
import { SampleGroup } from './sample.tsx';

export function ChartSamples() {
  const t = useSamples();
  const frame = { source: t('sample-source'), measure: t('sample-measure') };
  const [a, b, c, d] = [t('region-a'), t('region-b'), t('region-c'), t('region-d')];
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
        <BarChart
          {...frame}
          title={t('none-finding')}
          rowsAre={t('region')}
          series={[t('awards')]}
          rows={[]}
        />
      </Columns>
      <MoreChartSamples />
    </SampleGroup>
  );
}
