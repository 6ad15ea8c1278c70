import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { compareNames, countryName, languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { topicKeys, topicLabel } from '../../../city-record/index.ts';
import { type Entry, listEntries, listProfiles } from '../../store/city-standing.ts';
import { namedCities } from '../desk.ts';

const perPage = 50;
const path = '/workspace/exchange/pool';

/** All cities that take part, with what they teach and want to learn. */
export async function showPool(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const topic = topicKeys.find((key) => key === visit.query('topic'));
  const page = Math.max(1, Number(visit.query('page')) || 1);
  const { profiles, entries, cities } = await reading(world, actor, async (tx) => {
    const profiles = await listProfiles(tx);
    return {
      profiles,
      entries: await listEntries(tx),
      cities: await namedCities(
        visit,
        tx,
        profiles.map(({ cityId }) => cityId),
      ),
    };
  });
  const byCity = new Map<string, Entry[]>();
  for (const entry of entries) byCity.set(entry.cityId, [...(byCity.get(entry.cityId) ?? []), entry]);
  const shown = profiles
    .filter(({ cityId }) => !topic || byCity.get(cityId)?.some((entry) => entry.topic === topic))
    .toSorted((a, b) => compareNames(language, cities.name(a.cityId), cities.name(b.cityId)));
  const list = new Intl.ListFormat(language);
  const topicsOf = (cityId: string, kind: Entry['kind']) =>
    list.format(
      (byCity.get(cityId) ?? [])
        .filter((entry) => entry.kind === kind)
        .map((entry) => topicLabel(language, entry.topic)),
    );
  const at = (n: number) =>
    visit.href(`${path}?${new URLSearchParams({ ...(topic ? { topic } : {}), page: String(n) })}`);
  const from = (page - 1) * perPage;
  return visit.show({
    title: t('pool'),
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/exchange'), label: t('exchange') }]} />
        <PageHead title={t('pool')} lead={t('pool-lead')} />
        <FilterBar
          action={visit.href(path)}
          answers={{ topic }}
          clearHref={visit.href(path)}
          result={t('n-cities', { n: shown.length })}
          applied={
            topic
              ? [{ label: t('topic'), value: topicLabel(language, topic), removeHref: visit.href(path) }]
              : []
          }
        >
          <SelectField
            name="topic"
            label={t('topic')}
            choices={topicKeys.map((key) => ({ value: key, label: topicLabel(language, key) }))}
            none={t('any-topic')}
            optional
          />
        </FilterBar>
        <Table
          caption={t('pool')}
          captionHidden
          rows={shown.slice(from, from + perPage)}
          rowKey={({ cityId }) => cityId}
          empty={<EmptyState title={t('pool-empty')}>{t('pool-empty-why')}</EmptyState>}
          columns={[
            {
              key: 'city',
              title: t('city'),
              rowHeader: true,
              cell: ({ cityId }) => (
                <>
                  <a href={visit.href(`/workspace/exchange/cities/${cityId}`)}>{cities.name(cityId)}</a>,{' '}
                  {countryName(language, cities.city(cityId)?.country ?? 'ZZ')}
                </>
              ),
            },
            { key: 'offers', title: t('offers'), cell: ({ cityId }) => topicsOf(cityId, 'offer') },
            { key: 'asks', title: t('asks'), cell: ({ cityId }) => topicsOf(cityId, 'ask') },
            {
              key: 'languages',
              title: t('languages'),
              cell: ({ languages }) => list.format(languages.map((code) => languageName(language, code))),
            },
            {
              key: 'partners',
              title: t('partners'),
              figure: true,
              cell: ({ partners, paused }) => (paused ? t('paused') : partners),
            },
          ]}
        />
        <Pagination
          previousHref={page > 1 ? at(page - 1) : undefined}
          nextHref={from + perPage < shown.length ? at(page + 1) : undefined}
          position={t('page-of', { page, pages: Math.max(1, Math.ceil(shown.length / perPage)) })}
        />
      </>
    ),
  });
}
