import { CityName } from '../../../../design/city-name.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { cityName } from '../../rules/city.ts';
import type { BrowsedCity } from '../../store/browse.ts';
import { type Asked, addressOf } from './query.ts';

interface CityTableProps {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly cities: readonly BrowsedCity[];
}

export function CityTable({ visit, asked, cities }: CityTableProps) {
  const { language } = visit;
  const t = words(language);
  const searched = asked.filter.search !== null && asked.sort === null;
  const by = asked.sort ?? (searched ? '' : '-population');
  return (
    <Table
      caption={t(searched ? 'found-caption' : 'list-caption')}
      rows={cities}
      rowKey={(city) => city.id}
      sort={{ by, href: (sort) => visit.href(addressOf('/cities', { ...asked.query, sort })) }}
      columns={[
        {
          key: 'city',
          title: t('city'),
          rowHeader: true,
          sort: 'name',
          cell: (city) => (
            <a href={visit.href(`/cities/${city.id}`)}>
              <CityName name={cityName(language, city)} localName={city.name} />
            </a>
          ),
        },
        {
          key: 'country',
          title: t('country'),
          cell: (city) => <Country country={countryName(language, city.country)} admin1={city.admin1} />,
        },
        {
          key: 'population',
          title: t('population'),
          figure: true,
          sort: 'population',
          largestFirst: true,
          cell: (city) =>
            city.population > 0 ? (
              formatNumber(language, city.population)
            ) : (
              <span class="quiet">{t('not-known')}</span>
            ),
        },
        {
          key: 'classes',
          title: t('classes'),
          cell: (city) => (
            <>
              {city.globalSouth && <Tag>{t('global-south')}</Tag>}{' '}
              {city.secondaryCity && <Tag>{t('secondary-city')}</Tag>}
            </>
          ),
        },
        {
          key: 'engagement',
          title: t('engagement'),
          figure: true,
          cell: (city) => (city.engagements > 0 ? t('records', { n: city.engagements }) : '–'),
        },
      ]}
    />
  );
}

function Country({ country, admin1 }: { country: string; admin1: string | null }) {
  return (
    <>
      {country}
      {admin1 && (
        <span class="quiet">
          {' · '}
          <bdi>{admin1}</bdi>
        </span>
      )}
    </>
  );
}
