import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { Colleague } from '../rules/assignment.ts';
import type { Topic } from '../rules/case.ts';

/** Everybody who works the desk today, with what they know and how much they have. */
export async function listColleagues(reader: Reader): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    with desk as (
      select distinct g.person_id from people.role_grant g left join people.account a on a.person_id = g.person_id
      where g.role in ('staff-support', 'director') and g.ended_at is null and a.suspended_at is null
        and (clock_timestamp() at time zone 'UTC')::date between g.from_date and coalesce(g.to_date, 'infinity')
    ), load as (
      select assignee_id, count(*)::int as n from support_desk.support_case
      where stage in ('new', 'open', 'waiting-city', 'waiting-partner') and assignee_id is not null group by assignee_id
    )
    select p.id as "personId", p.name, coalesce(s.languages, array[p.preferred_language]) as languages, coalesce(s.topics, '{}') as topics,
      s.away_until as "awayUntil", coalesce(load.n, 0) as load
    from desk join people.person p on p.id = desk.person_id
    left join support_desk.skill s on s.person_id = p.id left join load on load.assignee_id = p.id
    order by p.name, p.id`.execute(reader);
  return rows;
}

export interface Skills {
  readonly languages: readonly Language[];
  readonly topics: readonly Topic[];
  readonly awayUntil: CalendarDate | null;
}

export async function findSkills(reader: Reader, personId: string): Promise<Skills | undefined> {
  const row = await reader
    .selectFrom('support_desk.skill')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (
    row && {
      languages: row.languages as Language[],
      topics: row.topics as Topic[],
      awayUntil: row.away_until as CalendarDate | null,
    }
  );
}

export async function saveSkillRow(tx: Tx, personId: string, skills: Skills): Promise<void> {
  const row = { languages: [...skills.languages], topics: [...skills.topics], away_until: skills.awayUntil };
  await tx
    .insertInto('support_desk.skill')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

/** Who this address belongs to, and whether they act for the city today: what staff see beside a requester. */
export async function whoseAddress(
  reader: Reader,
  address: string,
  cityId: string | null,
): Promise<{ name: string; role: string | null } | undefined> {
  const { rows } = await sql<{
    name: string;
    role: string | null;
  }>`select p.name, (select g.role from people.role_grant g
      where g.person_id = p.id and g.city_id = ${cityId}::uuid and g.ended_at is null
        and (clock_timestamp() at time zone 'UTC')::date between g.from_date and coalesce(g.to_date, 'infinity') limit 1) as role
    from people.email_address e join people.person p on p.id = e.person_id
    where e.address = ${address.toLowerCase()} and e.verified_at is not null`.execute(reader);
  return rows[0];
}

/** Where the person reads mail, and in which language. By the worker. */
export async function findMailOf(
  reader: Reader,
  personId: string,
): Promise<{ address: string; language: Language } | undefined> {
  const row = await reader
    .selectFrom('people.email_address as e')
    .innerJoin('people.person as p', 'p.id', 'e.person_id')
    .select(['e.address', 'p.preferred_language'])
    .where('e.person_id', '=', personId)
    .orderBy('e.added_at')
    .limit(1)
    .executeTakeFirst();
  return row && { address: row.address, language: row.preferred_language as Language };
}

export async function listPersonNames(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface Organisation {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly acronym: string | null;
}

/** Organisations that may be asked for help, partners of the council first among them. */
export async function listOrganisations(reader: Reader): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`select o.id, o.name, o.acronym from people.organisation o
    where o.kind in ('un-agency', 'city-network', 'city-coalition', 'non-profit', 'research-institute', 'development-bank') or exists (
      select from people.relationship r where r.organisation_id = o.id and r.relation in ('strategic-partner', 'network-partner'))
    order by o.name ->> 'en'`.execute(reader);
  return rows;
}

export async function findOrganisation(reader: Reader, id: string): Promise<Organisation | undefined> {
  const { rows } =
    await sql<Organisation>`select id, name, acronym from people.organisation where id = ${id}`.execute(
      reader,
    );
  return rows[0];
}
