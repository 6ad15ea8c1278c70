import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { organisationKinds } from '../../rules/organisation.ts';
import { listOrganisations, type Organisation } from '../../store/organisations.ts';
import { pageOf, pageSize, pathWith } from './paging.ts';

const path = '/workspace/organisations';

export async function showOrganisations(visit: Visit): Promise<Response> {
  const t = words(visit.language);
  const page = pageOf(visit);
  const kind = organisationKinds.find((one) => one === visit.query('kind'));
  const query = { words: visit.query('words')?.slice(0, 100), kind };
  const organisations = await reading(visit.world, visit.actor, (tx) =>
    listOrganisations(tx, { ...query, limit: pageSize, offset: (page - 1) * pageSize }),
  );
  const total = organisations[0]?.total ?? 0;
  const last = Math.min(page * pageSize, total);
  const to = (n: number) => visit.href(pathWith(path, { ...query, page: n > 1 ? String(n) : undefined }));
  return visit.show({
    title: t('organisations'),
    body: (
      <>
        <PageHead
          title={t('organisations')}
          lead={t('organisations-lead')}
          next={
            <ButtonLink look="main" href={visit.href(`${path}/new`)}>
              {t('organisation-add')}
            </ButtonLink>
          }
        />
        <OrganisationFilter visit={visit} query={query} total={total} />
        <OrganisationTable visit={visit} organisations={organisations} />
        <Pagination
          previousHref={page > 1 ? to(page - 1) : undefined}
          nextHref={last < total ? to(page + 1) : undefined}
          position={t('position', { from: (page - 1) * pageSize + 1, to: last, all: total })}
        />
      </>
    ),
  });
}

interface FilterProps {
  readonly visit: Visit;
  readonly query: { readonly words: string | undefined; readonly kind: Organisation['kind'] | undefined };
  readonly total: number;
}

function OrganisationFilter({ visit, query, total }: FilterProps) {
  const t = words(visit.language);
  const without = (name: 'words' | 'kind') => visit.href(pathWith(path, { ...query, [name]: undefined }));
  const { kind } = query;
  const applied = [
    ...(query.words ? [{ label: t('name'), value: query.words, removeHref: without('words') }] : []),
    ...(kind
      ? [{ label: t('kind'), value: t(`organisation-kind.${kind}`), removeHref: without('kind') }]
      : []),
  ];
  return (
    <FilterBar
      action={visit.href(path)}
      answers={query}
      applied={applied}
      clearHref={visit.href(path)}
      result={t('organisations-count', { n: total })}
    >
      <TextField name="words" label={t('name')} type="search" optional />
      <SelectField
        name="kind"
        label={t('kind')}
        none={t('any-kind')}
        choices={organisationKinds.map((one) => ({
          value: one,
          label: t(`organisation-kind.${one}`),
        }))}
        optional
      />
    </FilterBar>
  );
}

interface TableProps {
  readonly visit: Visit;
  readonly organisations: readonly Organisation[];
}

function OrganisationTable({ visit, organisations }: TableProps) {
  const t = words(visit.language);
  const columns: Column<Organisation>[] = [
    {
      key: 'name',
      title: t('name'),
      rowHeader: true,
      cell: ({ id, name, acronym }) => (
        <a href={visit.href(`${path}/${id}`)}>
          <bdi>{name[visit.language]}</bdi>
          {acronym && ` (${acronym})`}
        </a>
      ),
    },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`organisation-kind.${kind}`) },
    {
      key: 'country',
      title: t('country'),
      cell: ({ country }) => (country ? countryName(visit.language, country) : '–'),
    },
  ];
  return (
    <Table
      caption={t('organisations')}
      captionHidden
      columns={columns}
      rows={organisations}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('organisations-none')}>{t('organisations-none-why')}</EmptyState>}
    />
  );
}
