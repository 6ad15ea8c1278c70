import { CityName } from '../../../../design/city-name.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { cityRoles } from '../../../../kernel/actor.ts';
import { type CalendarDate, dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { roleName } from '../../../people/index.ts';
import { words } from '../../messages/index.ts';
import { listQueue, type QueueFilter, type QueueLine, shows } from '../../store/queue.ts';

const pageSize = 25;
const csvRows = 50_000;
const at = '/workspace/mandates';

function filterOf(visit: Visit): QueueFilter {
  const role = cityRoles.find((one) => one === visit.query('role'));
  const typed = visit.query('words')?.slice(0, 100);
  return {
    shows: shows.find((one) => one === visit.query('shows')) ?? 'due',
    ...(role ? { role } : {}),
    ...(typed ? { words: typed } : {}),
  };
}

/** What is due first; narrowed by the address. */
export async function showList(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const page = Math.min(Math.max(Number.parseInt(visit.query('page') ?? '1', 10) || 1, 1), 10_000);
  const filter = filterOf(visit);
  const today = dayInUtc(world.now());
  const { lines, total } = await reading(world, actor, (tx) =>
    listQueue(tx, filter, today, { size: pageSize, offset: (page - 1) * pageSize }),
  );
  const t = words(language);
  const last = (page - 1) * pageSize + lines.length;
  const to = (wanted: number) => visit.href(pathOf({ ...filter, page: String(wanted) }));
  const body = (
    <>
      <PageHead title={t('desk')} lead={t('desk-lead')} />
      <Filters visit={visit} filter={filter} total={total} />
      <Table
        caption={t('mandates')}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        csv={visit.href(pathOf(filter, `${at}.csv`))}
        columns={columns(visit, today)}
        empty={<Empty visit={visit} filter={filter} />}
      />
      <Pagination
        previousHref={page > 1 ? to(page - 1) : undefined}
        nextHref={last < total ? to(page + 1) : undefined}
        position={t('from-to-of', { from: (page - 1) * pageSize + 1, to: last, total })}
      />
    </>
  );
  return visit.show({ title: t('desk'), body });
}

function pathOf(filter: QueueFilter & { readonly page?: string }, to = at): string {
  const query = new URLSearchParams(Object.entries(filter)).toString();
  return `${to}?${query}`;
}

function Filters({ visit, filter, total }: { visit: Visit; filter: QueueFilter; total: number }) {
  const t = words(visit.language);
  const { shows: _, ...narrow } = filter;
  const without = (name: 'role' | 'words') => {
    const { [name]: _gone, ...rest } = filter;
    return visit.href(pathOf({ ...rest, shows: filter.shows }));
  };
  return (
    <FilterBar
      action={visit.href(at)}
      answers={{ shows: filter.shows, ...narrow }}
      applied={[
        ...(filter.role
          ? [{ label: t('role'), value: roleName(visit.language, filter.role), removeHref: without('role') }]
          : []),
        ...(filter.words
          ? [{ label: t('city-or-name'), value: filter.words, removeHref: without('words') }]
          : []),
      ]}
      clearHref={visit.href(at)}
      result={t('n-lines', { n: total })}
    >
      <TextField name="words" label={t('city-or-name')} type="search" size="medium" optional />
      <SelectField
        name="shows"
        label={t('shows')}
        choices={shows.map((value) => ({ value, label: t(`shows.${value}`) }))}
        none={false}
        initial="due"
      />
      <SelectField
        name="role"
        label={t('role')}
        choices={cityRoles.map((value) => ({ value, label: roleName(visit.language, value) }))}
        none={t('any-role')}
        optional
      />
    </FilterBar>
  );
}

function Empty({ visit, filter }: { visit: Visit; filter: QueueFilter }) {
  const t = words(visit.language);
  const isNarrow = filter.role !== undefined || filter.words !== undefined;
  return (
    <EmptyState
      title={t(isNarrow ? 'none-found' : filter.shows === 'due' ? 'nothing-due' : 'none-found')}
      action={{ href: visit.href(`${at}?shows=all`), label: t('see-all') }}
    >
      {t(isNarrow ? 'none-found-why' : 'nothing-due-why')}
    </EmptyState>
  );
}

function columns(visit: Visit, today: CalendarDate) {
  const t = words(visit.language);
  return [
    {
      key: 'name',
      title: t('name'),
      rowHeader: true,
      cell: ({ id, isRequest, cityId, name }: QueueLine) => (
        <a href={visit.href(isRequest ? `${at}/requests/${id}` : `${at}/cities/${cityId}`)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      key: 'city',
      title: t('city'),
      cell: ({ cityId, cityName, cityNames, country }: QueueLine) => (
        <a href={visit.href(`${at}/cities/${cityId}`)}>
          <CityName
            name={cityNames[visit.language] ?? cityName}
            country={countryName(visit.language, country)}
          />
        </a>
      ),
    },
    { key: 'role', title: t('role'), cell: ({ role }: QueueLine) => roleName(visit.language, role) },
    {
      key: 'state',
      title: t('stage'),
      cell: ({ state }: QueueLine) => <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>,
    },
    {
      key: 'until',
      title: t('until'),
      cell: ({ until }: QueueLine) => (until ? <DateText date={until} /> : t('no-end')),
    },
    {
      key: 'due',
      title: t('due'),
      cell: ({ dueOn }: QueueLine) =>
        dueOn ? (
          <>
            <DateText date={dueOn} /> {dueOn < today && <Tag tone="stopped">{t('late')}</Tag>}
          </>
        ) : (
          '–'
        ),
    },
  ];
}

const tones = {
  waiting: 'signal',
  'more-asked': 'waiting',
  reported: 'signal',
  ending: 'waiting',
  valid: 'active',
  later: 'neutral',
  ended: 'neutral',
} as const;

/** The same rows, all of them. Addresses, documents, call-backs and known channels are not in it. */
export async function exportList(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  const { lines } = await reading(world, actor, (tx) =>
    listQueue(tx, filterOf(visit), dayInUtc(world.now()), { size: csvRows, offset: 0 }),
  );
  const response = csvResponse(
    'mandates',
    [
      { head: 'city', cell: (row) => row.cityName },
      { head: 'country', cell: (row) => row.country },
      { head: 'name', cell: (row) => row.name },
      { head: 'role', cell: (row) => row.role },
      { head: 'kind', cell: (row) => (row.isRequest ? 'request' : 'mandate') },
      { head: 'state', cell: (row) => row.state },
      { head: 'from', cell: (row) => row.from },
      { head: 'until', cell: (row) => row.until },
      { head: 'due_on', cell: (row) => row.dueOn },
    ],
    lines,
  );
  response.headers.set('cache-control', 'no-store');
  return response;
}
