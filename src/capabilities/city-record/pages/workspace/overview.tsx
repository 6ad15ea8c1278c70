import { ButtonLink } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { type Overview, type RecordSummary, recordsOverview } from '../../store/overview.ts';

const pageSize = 50;
const fileSize = 10_000;

async function read(visit: Visit, limit: number, offset: number): Promise<Overview> {
  const day = dayInUtc(visit.world.now());
  return await reading(visit.world, visit.actor, (tx) => recordsOverview(tx, day, { limit, offset }));
}

/** Which cities have told how much, those with most to confirm first. */
export async function showOverview(visit: Visit): Promise<Response> {
  const page = /^[1-9]\d{0,4}$/.test(visit.query('page') ?? '') ? Number(visit.query('page')) : 1;
  const overview = await read(visit, pageSize, (page - 1) * pageSize);
  return visit.show({
    title: words(visit.language)('records'),
    body: <OverviewView visit={visit} overview={overview} page={page} />,
  });
}

export async function overviewAsCsv(visit: Visit): Promise<Response> {
  const { cities } = await read(visit, fileSize, 0);
  const response = csvResponse(
    'city-records',
    [
      { head: 'city_id', cell: (city: RecordSummary) => city.cityId },
      { head: 'name', cell: ({ name }) => name },
      { head: 'country', cell: ({ country }) => country },
      { head: 'global_south', cell: ({ globalSouth }) => globalSouth },
      { head: 'secondary_city', cell: ({ secondaryCity }) => secondaryCity },
      { head: 'facts', cell: ({ facts }) => facts },
      { head: 'facts_to_confirm', cell: ({ old }) => old },
      { head: 'newest', cell: ({ newest }) => dayInUtc(newest) },
      { head: 'asked_last', cell: ({ askedAt }) => askedAt && dayInUtc(askedAt) },
    ],
    cities,
  );
  response.headers.set('cache-control', 'no-store');
  return response;
}

function OverviewView({ visit, overview, page }: { visit: Visit; overview: Overview; page: number }) {
  const { language } = visit;
  const t = words(language);
  const { total, globalSouth, secondary, cities } = overview;
  const from = (page - 1) * pageSize;
  const at = (n: number) => visit.href(`/workspace/city-records?page=${n}`);
  const nameOf = ({ name, names }: RecordSummary) => names[language] ?? name;
  return (
    <>
      <PageHead
        title={t('records')}
        lead={t('records-lead')}
        next={<ButtonLink href={visit.href('/workspace/cities')}>{t('find-city')}</ButtonLink>}
      />
      {total > 0 && <p>{t('records-result', { n: total, south: globalSouth, secondary })}</p>}
      <Table
        caption={t('records')}
        captionHidden
        rows={cities}
        rowKey={({ cityId }) => cityId}
        csv={visit.href('/workspace/city-records.csv')}
        empty={
          <EmptyState
            title={t('no-records')}
            action={{ href: visit.href('/workspace/cities'), label: t('find-city') }}
          >
            {t('no-records-why')}
          </EmptyState>
        }
        columns={[
          {
            key: 'city',
            title: t('city'),
            rowHeader: true,
            cell: (city) => (
              <>
                <a href={visit.href(`/workspace/cities/${city.cityId}/record`)}>
                  <bdi>{nameOf(city)}</bdi>
                </a>{' '}
                <span class="quiet">{countryName(language, city.country)}</span>{' '}
                {city.globalSouth && <Tag>{t('global-south')}</Tag>}{' '}
                {city.secondaryCity && <Tag>{t('secondary')}</Tag>}
              </>
            ),
          },
          { key: 'facts', title: t('facts-told'), figure: true, cell: ({ facts }) => facts },
          { key: 'old', title: t('facts-old'), figure: true, cell: ({ old }) => old },
          { key: 'newest', title: t('newest'), cell: ({ newest }) => <DateText date={dayInUtc(newest)} /> },
          {
            key: 'asked',
            title: t('asked-last'),
            cell: ({ askedAt }) => (askedAt ? <DateText date={dayInUtc(askedAt)} /> : '–'),
          },
        ]}
      />
      {total > pageSize && (
        <Pagination
          previousHref={page > 1 ? at(page - 1) : undefined}
          nextHref={from + cities.length < total ? at(page + 1) : undefined}
          position={t('position', { from: from + 1, to: from + cities.length, total })}
        />
      )}
    </>
  );
}
