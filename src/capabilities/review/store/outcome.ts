import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

/** What a round found of an application: what a portfolio is chosen from. */
export interface ReviewOutcome {
  readonly applicationId: string;
  readonly cityId: string;
  readonly language: string;
  readonly reviews: number;
  /** The mean of filed reviews, in whole hundredths of a point. */
  readonly points: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Applications of a window's round with at least one filed review, as far as the reader may see them. */
export async function outcomesOf(reader: Reader, windowId: string, stage: string): Promise<ReviewOutcome[]> {
  const { rows } = await sql<ReviewOutcome>`
    select a.id as "applicationId", a.city_id as "cityId", a.language, count(*)::int as reviews,
      round(avg(m.points))::int as points, min(m.points) as lowest, max(m.points) as highest
    from review.assignment m join review.round o on o.id = m.round_id join applications.application a on a.id = m.application_id
    where o.window_id = ${windowId}::uuid and o.stage = ${stage} and m.state = 'filed' and a.state in ('in-review', 'reserve', 'selected', 'not-selected')
    group by a.id order by avg(m.points) desc, a.id`.execute(reader);
  return rows;
}

/** Applications of a window that the reader is in conflict with: who has any may not choose its portfolio. */
export async function conflictsIn(reader: Reader, windowId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select a.id from applications.application a
    where a.window_id = ${windowId}::uuid and a.id in (select review.actor_conflicts())`.execute(reader);
  return rows.map(({ id }) => id);
}
