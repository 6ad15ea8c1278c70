import { BarChart } from '../../../../design/charts/bar-chart.tsx';
import { DotMap } from '../../../../design/maps/dot-map.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Reached, Share } from '../../store/pool.ts';

interface SharesProps {
  readonly language: Language;
  readonly pool: Share;
  readonly reached: Reached;
}

/** Who was reached so far beside all to whom it is open: the share of the Global South and of secondary cities. */
export function SharesOf({ language, pool, reached }: SharesProps) {
  const t = words(language);
  const percent = (part: number, of: number) => (of === 0 ? null : Math.round((1000 * part) / of) / 10);
  const say = (value: number) =>
    formatNumber(language, value / 100, { style: 'percent', maximumFractionDigits: 1 });
  const sets = [
    { key: 'pool', share: pool },
    { key: 'invited', share: reached.invited },
    { key: 'joined', share: reached.joined },
  ] as const;
  const label = (key: (typeof sets)[number]['key'], { cities }: Share) => t(`share.${key}`, { n: cities });
  const chart = (which: 'globalSouth' | 'secondary') => (
    <BarChart
      title={t(`share-finding.${which}`, {
        reached: reached.invited.cities,
        invited: say(percent(reached.invited[which], reached.invited.cities) ?? 0),
        pool: say(percent(pool[which], pool.cities) ?? 0),
      })}
      source={t('our-records')}
      rowsAre={t('cities')}
      series={[t(`share-of.${which}`), t('share-of.others')]}
      format={say}
      rows={sets.map(({ key, share }) => {
        const part = percent(share[which], share.cities);
        return { key, label: label(key, share), values: [part, part === null ? null : 100 - part] };
      })}
    />
  );
  return (
    <section>
      <h2>{t('reached-beside-pool')}</h2>
      <div class="columns">
        {chart('globalSouth')}
        {chart('secondary')}
      </div>
      {reached.cities.length > 0 && (
        <DotMap
          title={t('map-finding', { n: reached.invited.cities })}
          source={t('our-records')}
          dotsAre={t('cities')}
          dots={reached.cities.map(({ cityId, name, latitude, longitude }) => ({
            key: cityId,
            name,
            latitude,
            longitude,
          }))}
        />
      )}
    </section>
  );
}
