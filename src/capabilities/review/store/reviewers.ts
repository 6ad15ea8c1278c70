import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/** Somebody who reviews, and what they take. */
export interface Reviewer {
  readonly personId: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly expertise: readonly string[];
  readonly organisationId: string | null;
  readonly countries: readonly string[];
  readonly mostReviews: number;
  readonly resting: boolean;
  readonly version: number;
  /** Reviews they have and have not filed, in rounds that are not closed. */
  readonly open: number;
  readonly filed: number;
}

export async function listReviewers(reader: Reader): Promise<Reviewer[]> {
  return await reviewers(reader, sql`true`);
}

export async function findReviewer(reader: Reader, personId: string): Promise<Reviewer | undefined> {
  return (await reviewers(reader, sql`r.person_id = ${personId}::uuid`))[0];
}

async function reviewers(reader: Reader, which: ReturnType<typeof sql>): Promise<Reviewer[]> {
  const { rows } = await sql<Reviewer>`
    select r.person_id as "personId", p.name, r.languages, r.expertise, r.organisation_id as "organisationId", r.countries,
      r.most_reviews as "mostReviews", r.resting, r.version,
      (select count(*)::int from review.assignment a join review.round o on o.id = a.round_id
        where a.person_id = r.person_id and a.state = 'assigned' and o.state <> 'closed') as open,
      (select count(*)::int from review.assignment a where a.person_id = r.person_id and a.state = 'filed') as filed
    from review.reviewer r join people.person p on p.id = r.person_id where ${which} order by p.name, r.person_id`.execute(
    reader,
  );
  return rows;
}

/** People who hold a role today in which they may review, and are not reviewers yet. */
export async function listPossibleReviewers(
  reader: Reader,
  roles: readonly string[],
): Promise<{ personId: string; name: string; role: string }[]> {
  const { rows } = await sql<{ personId: string; name: string; role: string }>`
    select distinct on (p.name, p.id) p.id as "personId", p.name, g.role from people.role_grant g
    join people.person p on p.id = g.person_id
    where g.role = any (${sql.val([...roles])}::text[]) and g.ended_at is null
      and current_date between g.from_date and coalesce(g.to_date, 'infinity')
      and not exists (select from review.reviewer r where r.person_id = p.id)
    order by p.name, p.id, g.role limit 500`.execute(reader);
  return rows;
}

export interface ReviewerSaid {
  readonly personId: string;
  readonly languages: readonly string[];
  readonly expertise: readonly string[];
  readonly organisationId: string | null;
  readonly countries: readonly string[];
  readonly mostReviews: number;
  readonly resting: boolean;
}

export async function saveReviewerRow(tx: Tx, said: ReviewerSaid, saidBy: string): Promise<void> {
  const values = {
    languages: [...said.languages],
    expertise: [...said.expertise],
    organisation_id: said.organisationId,
    countries: [...said.countries],
    most_reviews: said.mostReviews,
    resting: said.resting,
    said_by: saidBy,
  };
  await tx
    .insertInto('review.reviewer')
    .values({ person_id: said.personId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet({ ...values, version: sql`reviewer.version + 1`, said_at: sql`clock_timestamp()` }),
    )
    .execute();
}

export async function lockReviewer(tx: Tx, personId: string): Promise<number> {
  const row = await tx
    .selectFrom('review.reviewer')
    .select('version')
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return row?.version ?? 0;
}
