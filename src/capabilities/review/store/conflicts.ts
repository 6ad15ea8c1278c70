import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';
import type { ConflictGround, KnownApplication, KnownPerson } from '../rules/conflicts.ts';

export interface Conflict {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly applicationId: string;
  readonly cityId: string;
  readonly origin: 'declared' | 'computed';
  readonly ground: ConflictGround;
  readonly detail: string;
  readonly at: Date;
  readonly liftedWhy: string | null;
}

export async function listConflicts(reader: Reader, windowId?: string): Promise<Conflict[]> {
  const { rows } = await sql<Conflict>`
    select c.id, c.person_id as "personId", p.name as "personName", c.application_id as "applicationId", a.city_id as "cityId",
      c.origin, c.ground, c.detail, c.recorded_at as at, c.lifted_why as "liftedWhy"
    from review.conflict c join people.person p on p.id = c.person_id
    join applications.application a on a.id = c.application_id
    where (${windowId ?? null}::uuid is null or a.window_id = ${windowId ?? null}::uuid)
    order by c.lifted_at is not null, p.name, c.recorded_at desc limit 1000`.execute(reader);
  return rows;
}

export async function lockConflict(
  tx: Tx,
  id: string,
): Promise<{ personId: string; lifted: boolean } | undefined> {
  const row = await tx
    .selectFrom('review.conflict')
    .select(['person_id', 'lifted_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { personId: row.person_id, lifted: row.lifted_at !== null };
}

export interface NewConflict {
  readonly id: string;
  readonly personId: string;
  readonly applicationId: string;
  readonly origin: 'declared' | 'computed';
  readonly ground: ConflictGround;
  readonly detail: string;
  readonly recordedBy: string | null;
}

/** Those that stand already are left as they are. */
export async function insertConflicts(tx: Tx, conflicts: readonly NewConflict[]): Promise<number> {
  if (conflicts.length === 0) return 0;
  const done = await tx
    .insertInto('review.conflict')
    .values(
      conflicts.map((one) => ({
        id: one.id,
        person_id: one.personId,
        application_id: one.applicationId,
        origin: one.origin,
        ground: one.ground,
        detail: one.detail,
        recorded_by: one.recordedBy,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0n);
}

export async function markLifted(tx: Tx, id: string, by: string, why: string): Promise<void> {
  await tx
    .updateTable('review.conflict')
    .set({ lifted_by: by, lifted_why: why, lifted_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

/** What the registry knows of everybody who reviews: roles for cities within three years, countries, organisations. */
export async function knownPersons(tx: Tx): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    select r.person_id as "personId", r.countries || coalesce(array_agg(distinct city.country) filter (where city.country is not null), '{}')
        as countries,
      coalesce(array_agg(distinct g.city_id) filter (where g.city_id is not null), '{}') as "cityIds",
      coalesce(array_agg(distinct g.organisation_id) filter (where g.organisation_id is not null), '{}')
        || case when r.organisation_id is null then '{}' else array[r.organisation_id] end as "organisationIds"
    from review.reviewer r
    left join people.role_grant g on g.person_id = r.person_id and g.from_date <= current_date
      and coalesce(least(g.to_date, g.ended_at::date), 'infinity') >= current_date - interval '3 years'
    left join city_registry.city city on city.id = g.city_id
    group by r.person_id`.execute(tx);
  return rows;
}

/** Every application of a window as far as conflicts ask. */
export async function knownApplications(tx: Tx, windowId: string): Promise<KnownApplication[]> {
  const { rows } = await sql<KnownApplication>`
    select a.id as "applicationId", a.city_id as "cityId", city.country,
      array(select distinct p.person_id from applications.participant p where p.application_id = a.id) as "participantIds",
      array(select distinct g.organisation_id from applications.participant p join people.role_grant g on g.person_id = p.person_id
        where p.application_id = a.id and g.organisation_id is not null) as "organisationIds",
      array(select b.city_id from applications.application b where b.window_id = a.window_id) as "rivalCityIds"
    from applications.application a join city_registry.city city on city.id = a.city_id
    where a.window_id = ${windowId}::uuid and a.state <> 'withdrawn'`.execute(tx);
  return rows;
}
