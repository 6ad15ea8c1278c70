import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FilterBar } from '../../../../design/filter-bar.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import { Tag, type Tone } from '../../../../design/tag.tsx';
import { hasRole, type Role, roles } from '../../../../kernel/actor.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { type ListedPerson, listPeople } from '../../store/people-list.ts';
import { pageOf, pageSize, pathWith } from './paging.ts';

const path = '/workspace/people';

export async function showPeople(visit: Visit): Promise<Response> {
  const t = words(visit.language);
  const page = pageOf(visit);
  const role = roles.find((one) => one === visit.query('role'));
  const query = { words: visit.query('words')?.slice(0, 100), role };
  const people = await reading(visit.world, visit.actor, (tx) =>
    listPeople(tx, { ...query, limit: pageSize, offset: (page - 1) * pageSize }),
  );
  const mayInvite = hasRole(visit.actor, 'director', 'administrator');
  return visit.show({
    title: t('people'),
    body: (
      <>
        <PageHead
          title={t('people')}
          lead={t('people-lead')}
          next={
            mayInvite && (
              <ButtonLink look="main" href={visit.href(`${path}/new`)}>
                {t('person-invite')}
              </ButtonLink>
            )
          }
        />
        <PeopleFilter visit={visit} query={query} total={people[0]?.total ?? 0} />
        <PeopleTable visit={visit} people={people} />
        <Pages visit={visit} query={query} page={page} total={people[0]?.total ?? 0} />
      </>
    ),
  });
}

interface QueryProps {
  readonly visit: Visit;
  readonly query: { readonly words: string | undefined; readonly role: Role | undefined };
  readonly total: number;
}

function PeopleFilter({ visit, query, total }: QueryProps) {
  const t = words(visit.language);
  const without = (name: 'words' | 'role') => visit.href(pathWith(path, { ...query, [name]: undefined }));
  const applied = [
    ...(query.words ? [{ label: t('search-people'), value: query.words, removeHref: without('words') }] : []),
    ...(query.role
      ? [{ label: t('role-label'), value: t(`role.${query.role}`), removeHref: without('role') }]
      : []),
  ];
  return (
    <FilterBar
      action={visit.href(path)}
      answers={query}
      applied={applied}
      clearHref={visit.href(path)}
      result={t('people-count', { n: total })}
    >
      <TextField name="words" label={t('search-people')} type="search" optional />
      <SelectField
        name="role"
        label={t('role-label')}
        none={t('any-role')}
        choices={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        optional
      />
    </FilterBar>
  );
}

const tones: Record<ListedPerson['account'], Tone> = {
  open: 'done',
  invited: 'waiting',
  suspended: 'stopped',
  none: 'neutral',
};

function PeopleTable({ visit, people }: { visit: Visit; people: readonly ListedPerson[] }) {
  const t = words(visit.language);
  const columns: Column<ListedPerson>[] = [
    {
      key: 'name',
      title: t('name'),
      rowHeader: true,
      cell: ({ id, name }) => (
        <a href={visit.href(`${path}/${id}`)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      key: 'roles',
      title: t('roles'),
      cell: (person) => person.roles.map((role) => t(`role.${role}`)).join(' · '),
    },
    {
      key: 'account',
      title: t('account-state'),
      cell: ({ account }) => <Tag tone={tones[account]}>{t(`account-${account}`)}</Tag>,
    },
  ];
  return (
    <Table
      caption={t('people')}
      captionHidden
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('people-none')}>{t('people-none-why')}</EmptyState>}
    />
  );
}

function Pages({ visit, query, page, total }: QueryProps & { page: number }) {
  const t = words(visit.language);
  const to = (n: number) => visit.href(pathWith(path, { ...query, page: n > 1 ? String(n) : undefined }));
  const last = Math.min(page * pageSize, total);
  return (
    <Pagination
      previousHref={page > 1 ? to(page - 1) : undefined}
      nextHref={last < total ? to(page + 1) : undefined}
      position={t('position', { from: (page - 1) * pageSize + 1, to: last, all: total })}
    />
  );
}
