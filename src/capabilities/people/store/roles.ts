import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

export interface GrantedRole {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly cityId: string | null;
  readonly organisation: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Null: the operator. */
  readonly grantedBy: string | null;
  readonly basis: string;
  readonly endedAt: Date | null;
  readonly endedWhy: string | null;
}

/** Newest first, ended ones too. */
export async function listRolesOf(reader: Reader, personId: string): Promise<GrantedRole[]> {
  return await roleRows(reader).where('g.person_id', '=', personId).execute();
}

export async function findRole(reader: Reader, id: string): Promise<GrantedRole | undefined> {
  return await roleRows(reader).where('g.id', '=', id).executeTakeFirst();
}

function roleRows(reader: Reader) {
  return reader
    .selectFrom('people.role_grant as g')
    .leftJoin('people.organisation as o', 'o.id', 'g.organisation_id')
    .leftJoin('people.person as giver', 'giver.id', 'g.granted_by')
    .select([
      'g.id',
      'g.person_id as personId',
      'g.city_id as cityId',
      'giver.name as grantedBy',
      'g.basis',
      'g.ended_at as endedAt',
      'g.ended_why as endedWhy',
    ])
    .select(sql<Role>`g.role`.as('role'))
    .select(sql<string | null>`o.name ->> 'en'`.as('organisation'))
    .select(sql<CalendarDate>`g.from_date`.as('from'))
    .select(sql<CalendarDate | null>`g.to_date`.as('to'))
    .orderBy('g.from_date', 'desc')
    .orderBy('g.id', 'desc');
}

export async function insertRole(
  tx: Tx,
  grant: {
    readonly id: string;
    readonly personId: string;
    readonly role: Role;
    readonly cityId: string | null;
    readonly organisationId: string | null;
    readonly from: CalendarDate;
    readonly to: CalendarDate | null;
    readonly grantedBy: string | null;
    readonly basis: string;
  },
): Promise<void> {
  await tx
    .insertInto('people.role_grant')
    .values({
      id: grant.id,
      person_id: grant.personId,
      role: grant.role,
      city_id: grant.cityId,
      organisation_id: grant.organisationId,
      from_date: grant.from,
      to_date: grant.to,
      granted_by: grant.grantedBy,
      basis: grant.basis,
    })
    .execute();
}

export async function markEnded(
  tx: Tx,
  id: string,
  ended: { readonly by: string | null; readonly why: string },
): Promise<void> {
  await tx
    .updateTable('people.role_grant')
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_by: ended.by, ended_why: ended.why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Administrators who can still act: not ended, not over, not suspended. */
export async function countAdministrators(reader: Reader): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct g.person_id)::int as n
    from people.role_grant g join people.account a on a.person_id = g.person_id
    where g.role = 'administrator' and g.ended_at is null and a.suspended_at is null
      and (clock_timestamp() at time zone 'UTC')::date between g.from_date and coalesce(g.to_date, 'infinity')`.execute(
    reader,
  );
  return rows[0]?.n ?? 0;
}
