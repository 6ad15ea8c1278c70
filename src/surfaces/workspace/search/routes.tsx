import { searchCities } from '../../../capabilities/city-registry/index.ts';
import { searchPeopleAndOrganisations } from '../../../capabilities/people/index.ts';
import { EmptyState } from '../../../design/empty-state.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { reading } from '../../../platform/database/atomically.ts';
import { get, type Route, type Visit } from '../../../platform/http/route.ts';
import { countryName } from '../../../platform/languages/format.ts';
import { secretariat } from '../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';

interface Found {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly path: string;
}

/** One box for cities, people and organisations. */
export const searchRoutes: readonly Route[] = [get('/workspace/search', secretariat, showFound)];

async function showFound(visit: Visit): Promise<Response> {
  const asked = (visit.query('q') ?? '').slice(0, 100);
  const title = words(visit.language)('search.title');
  const found = asked === '' ? undefined : await find(visit, asked);
  return visit.show({ title, body: <SearchPage visit={visit} asked={asked} found={found} /> });
}

async function find(visit: Visit, asked: string): Promise<{ cities: Found[]; people: Found[] }> {
  return await reading(visit.world, visit.actor, async (tx) => {
    const cities = await searchCities(tx, { words: asked, limit: 10 });
    const people = await searchPeopleAndOrganisations(tx, asked, visit.language);
    return {
      cities: cities.map((city) => ({
        key: city.id,
        name: city.name,
        about: countryName(visit.language, city.country),
        path: `/workspace/cities/${city.id}`,
      })),
      people: people.map(({ id, name, about, path }) => ({ key: id, name, about, path })),
    };
  });
}

interface SearchPageProps {
  readonly visit: Visit;
  readonly asked: string;
  readonly found: { cities: readonly Found[]; people: readonly Found[] } | undefined;
}

function SearchPage({ visit, asked, found }: SearchPageProps) {
  const t = words(visit.language);
  const nothing = found && found.cities.length + found.people.length === 0;
  return (
    <>
      <PageHead title={t('search.title')} />
      {!found && <p>{t('search.type')}</p>}
      {nothing && (
        <EmptyState title={t('search.nothing', { words: asked })}>{t('search.nothing-why')}</EmptyState>
      )}
      {found && <FoundList visit={visit} title={t('search.cities')} found={found.cities} />}
      {found && <FoundList visit={visit} title={t('search.people')} found={found.people} />}
    </>
  );
}

function FoundList({ visit, title, found }: { visit: Visit; title: string; found: readonly Found[] }) {
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {found.map(({ key, name, about, path }) => (
          <li key={key}>
            <a href={visit.href(path)}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="quiet">
              <bdi>{about}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
