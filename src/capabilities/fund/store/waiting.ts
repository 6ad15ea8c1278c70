import { sql } from 'kysely';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface WaitingMatter {
  readonly kind: 'open' | 'move' | 'close' | 'override' | 'stage-closes' | 'questions';
  readonly windowId: string;
  readonly window: string;
  readonly cityId: string | null;
  readonly city: string;
  readonly n: number;
  readonly since: Date;
  readonly dueAt: Date | null;
}

/** What of windows waits for a keeper: others' proposals, overrides, questions, and stages that close within three days. */
export async function listWaiting(
  reader: Reader,
  personId: string | null,
  now: Date,
): Promise<WaitingMatter[]> {
  const { rows } =
    await sql<WaitingMatter>`with named as (select w.id, w.name ->> 'en' as name from fund.funding_window w)
    select h.kind, h.window_id as "windowId", n.name as "window", null::uuid as "cityId", '' as city, 1 as n, h.proposed_at as since,
      h.from_closes_at as "dueAt"
    from fund.window_change h join named n on n.id = h.window_id where h.decision is null and h.proposed_by is distinct from ${personId}
    union all
    select 'override', s.window_id, n.name, s.city_id, c.name, 1, s.proposed_at, null
    from fund.screening s join named n on n.id = s.window_id join city_registry.city c on c.id = s.city_id
    where s.decision is null and s.proposed_by is distinct from ${personId}
    union all
    select 'stage-closes', s.window_id, n.name, null, s.key, 1, s.closes_at - interval '3 days', s.closes_at
    from fund.window_stage s join fund.window_terms t on t.window_id = s.window_id join named n on n.id = s.window_id
    where t.state = 'open' and s.closes_at > ${now} and s.closes_at <= ${now}::timestamptz + interval '3 days'
    union all
    select 'questions', q.window_id, n.name, null, '', count(*)::int, min(q.asked_at), min(q.asked_at) + interval '5 days'
    from fund.window_question q join named n on n.id = q.window_id where q.answer_id is null and q.set_aside_why is null
    group by q.window_id, n.name
    order by since limit 30`.execute(reader);
  return rows;
}

/** Windows whose every stage has closed but that still stand as open. */
export async function listOver(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('fund.window_terms as t')
    .select('t.window_id')
    .where('t.state', '=', 'open')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('fund.window_stage as s')
            .select('s.key')
            .whereRef('s.window_id', '=', 't.window_id')
            .where('s.closes_at', '>', sql<Date>`clock_timestamp()`),
        ),
      ),
    )
    .execute();
  return rows.map(({ window_id }) => window_id);
}
