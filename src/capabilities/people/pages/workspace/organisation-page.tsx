import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import type { Fact } from '../../../../design/fact-list.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { listActs } from '../../../../platform/audit/act.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { countryName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import {
  findOrganisation,
  listRelationships,
  type Organisation,
  type Relationship,
} from '../../store/organisations.ts';
import { ActTrail } from './act-trail.tsx';

export function organisationOf(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

export async function showOrganisation(visit: Visit): Promise<Response> {
  const id = organisationOf(visit);
  const t = words(visit.language);
  const { organisation, relationships, acts } = await reading(visit.world, visit.actor, async (tx) => ({
    organisation: await findOrganisation(tx, id),
    relationships: await listRelationships(tx, id),
    acts: await listActs(tx, { subject: { kind: 'organisation', id } }),
  }));
  if (!organisation) throw notFound();
  const name = organisation.name[visit.language];
  return visit.show({
    title: name,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/organisations'), label: t('organisations') }]} />
        <PageHead
          kind={t(`organisation-kind.${organisation.kind}`)}
          title={<bdi>{name}</bdi>}
          facts={organisationFacts(visit, organisation)}
          next={
            <ButtonLink href={visit.href(`/workspace/organisations/${id}/edit`)}>
              {t('organisation-edit', { name })}
            </ButtonLink>
          }
        />
        <section>
          <h2>{t('relationships')}</h2>
          <RelationshipTable visit={visit} relationships={relationships} />
        </section>
        <ActTrail language={visit.language} acts={acts} />
      </>
    ),
  });
}

function organisationFacts(visit: Visit, { acronym, country, address }: Organisation): Fact[] {
  const t = words(visit.language);
  return [
    ...(acronym ? [{ label: t('acronym'), value: acronym }] : []),
    ...(country ? [{ label: t('country'), value: countryName(visit.language, country) }] : []),
    ...(address
      ? [
          {
            label: t('web-address'),
            value: (
              <a href={address} rel="noreferrer">
                <bdi dir="ltr">{address}</bdi>
              </a>
            ),
          },
        ]
      : []),
  ];
}

interface TableProps {
  readonly visit: Visit;
  readonly relationships: readonly Relationship[];
}

function RelationshipTable({ visit, relationships }: TableProps) {
  const t = words(visit.language);
  const columns: Column<Relationship>[] = [
    {
      key: 'relation',
      title: t('relationships'),
      rowHeader: true,
      cell: ({ relation }) => t(`relation.${relation}`),
    },
    {
      key: 'from',
      title: t('since'),
      cell: ({ from }) =>
        from ? (
          <>
            <DateText date={from} />
            {from.certainty === 'by' && ` (${t('by-date')})`}
          </>
        ) : (
          '–'
        ),
    },
    {
      key: 'to',
      title: t('role-to'),
      cell: ({ to, lastListed }) => (
        <>
          {to ? <DateText date={to} /> : '–'}
          {lastListed && (
            <>
              {' '}
              ({t('last-listed')} <DateText date={lastListed} />)
            </>
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('relationships')}
      captionHidden
      columns={columns}
      rows={relationships}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('relationships-none')}>{t('relationships-none-why')}</EmptyState>}
    />
  );
}
