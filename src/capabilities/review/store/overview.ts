import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

/** Where applications stand, by id. */
export async function statesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('applications.application')
    .select(['id', 'state'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** An application of a round as its readers see it: of one in conflict with them, only that it is there. */
export interface ReviewedApplication {
  readonly id: string;
  readonly cityId: string;
  readonly language: string;
  readonly state: string;
  readonly inConflict: boolean;
  readonly assigned: number;
  readonly filed: number;
  /** Points of each review that was filed, in hundredths. */
  readonly points: readonly number[];
  readonly recommendations: readonly string[];
}

/**
 * The applications of a round. Counts are made of rows that the reader may see, so nothing of a hidden review shows in them.
 */
export async function applicationsOfRound(
  reader: Reader,
  round: { readonly id: string; readonly windowId: string; readonly stage: string },
): Promise<ReviewedApplication[]> {
  const { rows } = await sql<ReviewedApplication>`
    select a.id, a.city_id as "cityId", a.language, a.state, a.id in (select review.actor_conflicts()) as "inConflict",
      count(m.id) filter (where m.state in ('assigned', 'filed'))::int as assigned,
      count(m.id) filter (where m.state = 'filed')::int as filed,
      coalesce(array_agg(m.points order by m.points) filter (where m.state = 'filed'), '{}') as points,
      coalesce(array_agg(m.recommendation order by m.recommendation) filter (where m.state = 'filed'), '{}') as recommendations
    from applications.application a
    join applications.commitment c on c.application_id = a.id and c.stage = ${round.stage} and c.withdrawn_at is null
    left join review.assignment m on m.application_id = a.id and m.round_id = ${round.id}::uuid
    where a.window_id = ${round.windowId}::uuid and a.state not in ('withdrawn', 'ineligible', 'screening', 'submitted', 'draft')
    group by a.id order by a.started_at, a.id`.execute(reader);
  return rows;
}

export async function windowOfApplication(
  reader: Reader,
  applicationId: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom('applications.application')
    .select('window_id')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  return row?.window_id;
}
