import { SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName, formatDate, formatNumber } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { reachParts } from '../../rules/reach.ts';
import type { ReachedCity } from '../../store/reach.ts';
import { home, listed } from '../frame.ts';
import { incomeName } from '../say.ts';

interface ReachTableProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  /** Where the ticked ones go; null for readers who may not invite. */
  readonly inviteAt: string | null;
  readonly csv: string;
  readonly cities: readonly ReachedCity[];
  readonly from: number;
}

/** Why a city stands where it does, in words, with what each reason gave. */
export function reachReasons(language: Language, city: ReachedCity): string[] {
  const t = words(language);
  return reachParts(city).map(({ why, points }) =>
    t(`reach.${why}`, { points, n: city.needs, group: city.income ? incomeName(language, city.income) : '' }),
  );
}

export function ReachTable({ language, href, inviteAt, csv, cities, from }: ReachTableProps) {
  const t = words(language);
  const table = (
    <Table
      caption={t('cities-to-reach')}
      captionHidden
      rows={cities}
      rowKey={({ cityId }) => cityId}
      csv={csv}
      empty={<EmptyState title={t('nobody-to-reach')}>{t('nobody-to-reach-why')}</EmptyState>}
      columns={[
        ...(inviteAt
          ? [
              {
                key: 'tick',
                title: t('invite'),
                cell: (city: ReachedCity) => (
                  <input
                    type="checkbox"
                    name="city"
                    value={city.cityId}
                    aria-label={t('tick-city', { city: cityName(language, city) })}
                  />
                ),
              },
            ]
          : []),
        {
          key: 'city',
          title: t('city'),
          rowHeader: true,
          cell: (city) => (
            <>
              <a href={href(`${home}/cities/${city.cityId}`)}>{cityName(language, city)}</a>{' '}
              <span class="quiet">{countryName(language, city.country)}</span>
            </>
          ),
        },
        {
          key: 'points',
          title: t('points'),
          figure: true,
          cell: ({ points }) => formatNumber(language, points),
        },
        { key: 'why', title: t('why'), cell: (city) => listed(language, reachReasons(language, city)) },
        {
          key: 'asked',
          title: t('asked-this-month'),
          cell: ({ used, perMonth, quietUntil, full }) => (
            <>
              {t('used-of', { used, most: perMonth })}{' '}
              {quietUntil ? (
                <Tag tone="stopped">{t('quiet-tag', { until: formatDate(language, quietUntil) })}</Tag>
              ) : (
                full && <Tag tone="signal">{t('no-room')}</Tag>
              )}
            </>
          ),
        },
      ]}
    />
  );
  if (!inviteAt || cities.length === 0) return table;
  return (
    <form action={href(inviteAt)} method="get" aria-label={t('cities-to-reach')}>
      <p class="quiet">{t('ranks', { from: from + 1, to: from + cities.length })}</p>
      {table}
      <p>
        <SubmitButton>{t('read-letters')}</SubmitButton>
      </p>
    </form>
  );
}
