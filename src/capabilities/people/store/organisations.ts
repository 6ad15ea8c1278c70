import { sql } from 'kysely';
import type { DatePrecision, PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { OrganisationKind, Relation } from '../rules/organisation.ts';
import { likeAnywhere } from './people-list.ts';

export interface Organisation {
  readonly id: string;
  readonly name: LocalText;
  readonly acronym: string | null;
  readonly kind: OrganisationKind;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  readonly address: string | null;
  readonly version: number;
}

function organisationRows(reader: Reader) {
  return reader
    .selectFrom('people.organisation')
    .select(['id', 'acronym', 'country', 'address', 'version'])
    .select(sql<LocalText>`name`.as('name'))
    .select(sql<OrganisationKind>`kind`.as('kind'));
}

export async function listOrganisations(
  reader: Reader,
  wanted: { words?: string | undefined; kind?: string | undefined; limit: number; offset: number },
): Promise<(Organisation & { readonly total: number })[]> {
  let query = organisationRows(reader)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .orderBy(sql`lower(name ->> 'en')`)
    .orderBy('id')
    .limit(wanted.limit)
    .offset(wanted.offset);
  if (wanted.kind) query = query.where('kind', '=', wanted.kind);
  if (wanted.words) {
    const like = likeAnywhere(wanted.words);
    query = query.where(
      sql<boolean>`(public.unaccent(name::text) ilike public.unaccent(${like}) or acronym ilike ${like})`,
    );
  }
  return await query.execute();
}

export async function findOrganisation(reader: Reader, id: string): Promise<Organisation | undefined> {
  return await organisationRows(reader).where('id', '=', id).executeTakeFirst();
}

export async function lockOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  return await organisationRows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

type Written = Omit<Organisation, 'id' | 'version'>;

/** False when one of this slug is there already. */
export async function insertOrganisation(
  tx: Tx,
  organisation: Written & { readonly id: string; readonly slug: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people.organisation')
    .values({
      ...organisation,
      name: JSON.stringify(organisation.name),
      edited_at: sql<Date>`clock_timestamp()`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveOrganisation(tx: Tx, id: string, written: Written): Promise<void> {
  await tx
    .updateTable('people.organisation')
    .set({
      ...written,
      name: JSON.stringify(written.name),
      version: sql<number>`version + 1`,
      edited_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute();
}

export interface Relationship {
  readonly id: string;
  readonly relation: Relation;
  readonly from: (PartialDate & { readonly certainty: string | null }) | null;
  readonly to: PartialDate | null;
  readonly lastListed: PartialDate | null;
  readonly sources: readonly { readonly source: string }[];
}

export async function listRelationships(reader: Reader, organisationId: string): Promise<Relationship[]> {
  const rows = await reader
    .selectFrom('people.relationship')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy(sql`from_date desc nulls last`)
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const from = partial(row.from_date, row.from_precision);
    return {
      id: row.id,
      relation: row.relation as Relation,
      from: from && { ...from, certainty: row.from_certainty },
      to: partial(row.to_date, row.to_precision),
      lastListed: partial(row.last_listed, row.last_listed_precision),
      sources: row.sources as unknown as Relationship['sources'],
    };
  });
}

function partial(date: string | null, precision: string | null): PartialDate | null {
  return date && precision ? ({ date, precision: precision as DatePrecision } as PartialDate) : null;
}

/** Which of these short names are taken. */
export async function knownSlugs(reader: Reader, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('people.organisation')
    .select('slug')
    .where('slug', 'in', ['', ...slugs])
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** Takes away those that nobody changed and nothing refers to. @returns how many went */
export async function deleteUntouchedOrganisations(tx: Tx, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ id: string }>`delete from people.organisation o
    where o.id = any (${ids}::uuid[]) and o.version = 1
      and not exists (select from people.relationship r where r.organisation_id = o.id)
      and not exists (select from people.role_grant g where g.organisation_id = o.id)
    returning o.id`.execute(tx);
  return rows.length;
}
