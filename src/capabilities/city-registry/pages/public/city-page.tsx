import type { ComponentChildren } from 'preact';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { CityName } from '../../../../design/city-name.tsx';
import type { Fact } from '../../../../design/fact-list.tsx';
import { DotMap } from '../../../../design/maps/dot-map.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { cityName } from '../../rules/city.ts';
import type { CityRecord } from '../../store/city-record.ts';
import { Classifications } from './classifications.tsx';
import { EngagementList } from './engagement-list.tsx';
import { GazetteerCredit } from './gazetteer-credit.tsx';
import { CityNames, localNameOf } from './city-names.tsx';
import { Mayors } from './mayors.tsx';
import { Peers } from './peers.tsx';

interface CityPageProps {
  readonly visit: Visit;
  readonly record: CityRecord;
  readonly day: CalendarDate;
  /** Sections that other capabilities tell. */
  readonly children: ComponentChildren;
}

export function CityPage({ visit, record, day, children }: CityPageProps) {
  const { language } = visit;
  const t = words(language);
  const { city } = record;
  const name = cityName(language, city);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/cities'), label: t('title') }]} />
      <PageHead
        kind={t('city')}
        title={<CityName name={name} localName={localNameOf(record)} />}
        stage={
          <>
            {city.isCapital && <Tag>{t('capital')}</Tag>} {city.globalSouth && <Tag>{t('global-south')}</Tag>}{' '}
            {city.secondaryCity && <Tag>{t('secondary-city')}</Tag>}
          </>
        }
        facts={facts(visit, record)}
      />
      <EngagementList visit={visit} record={record} name={name} day={day} />
      {children}
      <Mayors visit={visit} offices={record.mayors} day={day} />
      <Classifications visit={visit} record={record} day={day} />
      <CityNames language={language} record={record} />
      <DotMap
        title={t('map-of', { city: name })}
        source="GeoNames"
        dotsAre={t('city')}
        dots={[
          {
            key: city.id,
            name,
            latitude: city.latitude,
            longitude: city.longitude,
            labelled: true,
          },
        ]}
      />
      <Peers visit={visit} record={record} />
      <GazetteerCredit />
    </>
  );
}

function facts(visit: Visit, { city }: CityRecord): Fact[] {
  const t = words(visit.language);
  const country = countryName(visit.language, city.country);
  const geonames = `https://www.geonames.org/${city.geonamesId}`;
  return [
    {
      label: t('country'),
      value: city.admin1 ? t('place', { admin1: city.admin1, country }) : country,
    },
    {
      label: t('population'),
      value:
        city.population > 0
          ? t.rich('population-of', { n: city.population, link: (name) => <a href={geonames}>{name}</a> })
          : t('not-known'),
    },
    { label: t('number'), value: <a href={geonames}>{city.geonamesId}</a> },
  ];
}
