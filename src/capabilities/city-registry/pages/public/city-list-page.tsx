import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { Browsed } from '../../store/browse.ts';
import { CitiesMap } from './cities-map.tsx';
import { CityFilters } from './city-filters.tsx';
import { CityTable } from './city-table.tsx';
import { GazetteerCredit } from './gazetteer-credit.tsx';
import { type Asked, addressOf } from './query.ts';

interface CityListProps {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly browsed: Browsed;
  readonly pageSize: number;
  readonly fileSize: number;
}

export function CityListPage({ visit, asked, browsed, pageSize, fileSize }: CityListProps) {
  const t = words(visit.language);
  const { query, page } = asked;
  const href = (more: Record<string, string | undefined>) =>
    visit.href(addressOf('/cities', { ...query, ...more }));
  const before = (page - 1) * pageSize;
  const last = before + browsed.cities.length;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <CityFilters visit={visit} asked={asked} browsed={browsed} />
      {browsed.cities.length === 0 ? (
        <EmptyState title={t('empty-title')} action={{ href: visit.href('/cities'), label: t('all-cities') }}>
          {t('empty-body')}
        </EmptyState>
      ) : (
        <>
          <CityTable visit={visit} asked={asked} cities={browsed.cities} />
          <Pagination
            previousHref={page > 1 ? href({ page: page > 2 ? String(page - 1) : undefined }) : undefined}
            nextHref={last < browsed.total ? href({ page: String(page + 1) }) : undefined}
            position={t('position', { from: before + 1, to: last, n: browsed.total })}
          />
          <Files visit={visit} asked={asked} more={browsed.total > fileSize} most={fileSize} />
          <CitiesMap visit={visit} browsed={browsed} />
        </>
      )}
      <p>
        <a href={visit.href('/cities/definitions')}>{t('what-words-mean')}</a>
      </p>
      <GazetteerCredit />
    </>
  );
}

interface FilesProps {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly more: boolean;
  readonly most: number;
}

function Files({ visit, asked, more, most }: FilesProps) {
  const t = words(visit.language);
  return (
    <p class="quiet">
      {t.rich('as-file', {
        more: more ? 'yes' : 'no',
        most,
        csv: (label) => (
          <a href={visit.href(addressOf('/cities.csv', asked.query))} download>
            {label}
          </a>
        ),
        json: (label) => <a href={visit.href(addressOf('/cities.json', asked.query))}>{label}</a>,
      })}
    </p>
  );
}
