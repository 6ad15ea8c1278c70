import { EmptyState } from '../../../../design/empty-state.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { countryName, formatDate } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { isFull } from '../../rules/budget.ts';
import type { BusyCity } from '../../store/contact-budget.ts';
import { askerName } from '../asks-of-city.tsx';
import { home, listed } from '../frame.ts';

interface BusyCitiesProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly cities: readonly BusyCity[];
  readonly csv: string;
}

/** The cities asked most, by whom, and which have no room left. */
export function BusyCities({ language, href, cities, csv }: BusyCitiesProps) {
  const t = words(language);
  return (
    <Table
      caption={t('most-asked')}
      captionHidden
      rows={cities}
      rowKey={({ cityId }) => cityId}
      csv={csv}
      empty={<EmptyState title={t('nobody-asked')}>{t('nobody-asked-why')}</EmptyState>}
      columns={[
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
          key: 'used',
          title: t('asked-this-month'),
          cell: ({ used, perMonth, quietUntil }) => (
            <>
              {t('used-of', { used, most: perMonth })}{' '}
              {isFull({ used, perMonth }) && <Tag tone="signal">{t('no-room')}</Tag>}{' '}
              {quietUntil && (
                <Tag tone="stopped">{t('quiet-tag', { until: formatDate(language, quietUntil) })}</Tag>
              )}
            </>
          ),
        },
        {
          key: 'by',
          title: t('by-whom'),
          cell: ({ by }) =>
            listed(
              language,
              Object.entries(by).map(([who, n]) => t('asker-times', { who: askerName(language, who), n })),
            ),
        },
      ]}
    />
  );
}
