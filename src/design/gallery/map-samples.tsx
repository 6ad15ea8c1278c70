import { DotMap, type MapDot } from '../maps/dot-map.tsx';
import { RegionMap } from '../maps/region-map.tsx';
import { useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

/** Invented places: a grid over the land, none of them a city. */
function sampleDots(name: string): MapDot[] {
  const spots: (readonly [number, number])[] = [
    [5, 0],
    [-5, 20],
    [-20, 25],
    [10, 40],
    [25, 30],
    [40, 0],
    [50, 15],
    [45, 70],
    [20, 78],
    [0, 110],
    [-25, 140],
    [35, 110],
    [40, -100],
    [20, -100],
    [0, -70],
    [-15, -50],
    [-35, -65],
  ];
  return spots.map(([latitude, longitude], index) => ({
    key: String(index),
    name: `${name} ${index + 1}`,
    latitude,
    longitude,
    value: 900_000 >> (index % 7),
    href: `#dot-${index}`,
    labelled: index % 7 === 0,
  }));
}

export function MapSamples() {
  const t = useSamples();
  const frame = { source: t('sample-source'), measure: t('sample-measure') };
  const dots = sampleDots(t('example-city'));
  return (
    <SampleGroup id="maps" title={t('maps')}>
      <DotMap {...frame} title={t('map-finding')} dotsAre={t('cities')} valueIs={t('amount')} dots={dots} />
      <DotMap
        {...frame}
        title={t('one-finding')}
        dotsAre={t('cities')}
        dots={[{ key: 'one', name: t('example-city'), latitude: 9, longitude: 7, labelled: true }]}
      />
      <RegionMap
        {...frame}
        title={t('region-finding')}
        valueIs={t('share')}
        regions={[
          {
            key: 'a',
            name: t('region-a'),
            value: 44,
            countries: new Set(['566', '404', '710', '818', '231', '180', '834']),
          },
          {
            key: 'b',
            name: t('region-b'),
            value: 21,
            countries: new Set(['076', '032', '152', '170', '604', '068']),
          },
          {
            key: 'c',
            name: t('region-c'),
            value: 9,
            countries: new Set(['156', '356', '392', '360', '764', '704']),
          },
          { key: 'd', name: t('region-d'), value: null, countries: new Set(['036', '554']) },
        ]}
      />
    </SampleGroup>
  );
}
