import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

/** Something that waits for a city, or for the match-makers. */
export interface Waiting {
  readonly kind:
    | 'answer'
    | 'record-session'
    | 'agreed-action'
    | 'follow-up'
    | 'confirm-round'
    | 'plan-session';
  /** Of the exchange, session or round, by kind. */
  readonly id: string;
  readonly cityId: string | null;
  readonly about: string;
  readonly since: Date;
  readonly dueOn: CalendarDate | null;
}

/** For the cities given: row-level security shows theirs only. */
export async function listWaitingForCities(
  reader: Reader,
  cities: readonly string[],
  now: Date,
  atMost: number,
): Promise<Waiting[]> {
  if (cities.length === 0) return [];
  const { rows } = await sql<Waiting>`
    select 'answer' as kind, e.id, p.city_id as "cityId", '' as about, e.introduced_at as since,
      (e.consent_by at time zone 'UTC')::date::text as "dueOn"
    from peer_exchange.participant p join peer_exchange.exchange e on e.id = p.exchange_id
    where p.city_id = any (${cities}::uuid[]) and p.answer is null and e.stage = 'asking' and e.consent_by > ${now}
    union all
    select 'record-session', s.id, null, '', s.ends_at, null
    from peer_exchange.session s join peer_exchange.exchange e on e.id = s.exchange_id
    where e.city_ids && ${cities}::uuid[] and e.stage = 'agreed' and s.stage = 'planned' and s.ends_at < ${now}
    union all
    select 'agreed-action', a.exchange_id, a.city_id, a.what, s.ends_at, a.due_on::text
    from peer_exchange.agreed_action a join peer_exchange.session s on s.id = a.session_id
      join peer_exchange.exchange e on e.id = a.exchange_id
    where a.city_id = any (${cities}::uuid[]) and a.done_on is null and e.stage = 'agreed'
    union all
    select 'follow-up', f.exchange_id, f.city_id, '', f.asked_at, null
    from peer_exchange.follow_up f where f.city_id = any (${cities}::uuid[]) and f.answered_at is null
    order by 6 nulls last, 5 limit ${atMost}`.execute(reader);
  return rows;
}

/** Rounds whose matching is done, and cities that agreed two weeks ago and have no day yet. */
export async function listWaitingForMatchMakers(
  reader: Reader,
  now: Date,
  atMost: number,
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select 'confirm-round' as kind, r.id, null::uuid as "cityId", r.name as about, max(n.ended_at) as since, null::text as "dueOn"
    from peer_exchange.round r join peer_exchange.run n on n.round_id = r.id
    where r.stage = 'open' and n.stage = 'done' group by r.id
    union all
    select 'plan-session', e.id, e.city_ids[1], '', e.agreed_at, null
    from peer_exchange.exchange e
    where e.stage = 'agreed' and e.agreed_at < ${now}::timestamptz - interval '14 days' and e.met_on is null
      and not exists (select 1 from peer_exchange.session s where s.exchange_id = e.id and s.stage = 'planned')
    order by 5 limit ${atMost}`.execute(reader);
  return rows;
}
