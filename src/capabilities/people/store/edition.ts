import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/atomically.ts';

/** What an edition says of when something held, as columns. */
export interface TenureColumns {
  readonly from_date: string | null;
  readonly from_precision: string | null;
  readonly from_certainty: string | null;
  readonly to_date: string | null;
  readonly to_precision: string | null;
  readonly to_certainty: string | null;
  readonly last_listed: string | null;
  readonly last_listed_precision: string | null;
}

export interface OrganisationRow {
  readonly id: string;
  readonly slug: string;
  readonly name: unknown;
  readonly acronym: string | null;
  readonly kind: string;
  readonly country: string | null;
  readonly address: string | null;
  readonly sources: unknown;
  readonly inferred: boolean;
  readonly remark: unknown;
}

export interface OfficeRow extends TenureColumns {
  readonly id: string;
  readonly person_id: string;
  readonly city_id: string;
  readonly office: string;
  readonly sources: unknown;
  readonly remark: unknown;
}

export interface RelationshipRow extends TenureColumns {
  readonly id: string;
  readonly organisation_id: string;
  readonly relation: string;
  readonly object_kind: string;
  readonly object_id: string | null;
  readonly sources: unknown;
  readonly inferred: boolean;
  readonly remark: unknown;
}

/**
 * One statement a table: new rows come in, changed ones change, equal ones are not touched.
 * @param unless a condition under which a stored row is left alone
 */
async function bringRows(
  tx: Tx,
  table: string,
  rows: readonly object[],
  unless = sql<boolean>`false`,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const stored = sql.join(names.map((name) => sql.ref(`t.${name}`)));
  const brought = sql.join(names.map((name) => sql.ref(`excluded.${name}`)));
  const assigned = sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  await sql`insert into ${sql.table(table)} as t (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set ${assigned}
    where not (${unless}) and (${stored}) is distinct from (${brought})`.execute(tx);
}

/** What people changed here is theirs: the edition leaves it alone. */
export async function bringOrganisations(tx: Tx, rows: readonly OrganisationRow[]): Promise<void> {
  await bringRows(tx, 'people.organisation', rows, sql<boolean>`t.edited_at is not null`);
}

export async function bringPublicPersons(
  tx: Tx,
  rows: readonly { readonly id: string; readonly name: string; readonly visibility: 'public' }[],
): Promise<void> {
  await bringRows(tx, 'people.person', rows);
}

/** All offices come from the edition: what it no longer has goes. */
export async function replaceOffices(tx: Tx, rows: readonly OfficeRow[]): Promise<void> {
  await dropOthers(tx, 'people.office', rows);
  await bringRows(tx, 'people.office', rows);
}

export async function replaceRelationships(tx: Tx, rows: readonly RelationshipRow[]): Promise<void> {
  await dropOthers(tx, 'people.relationship', rows);
  await bringRows(tx, 'people.relationship', rows);
}

async function dropOthers(tx: Tx, table: string, rows: readonly { readonly id: string }[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await sql`delete from ${sql.table(table)} where id <> all (${ids}::uuid[])`.execute(tx);
}
