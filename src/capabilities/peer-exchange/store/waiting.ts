import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

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

/** An exchange the cities agreed to and have not ended, or a session they have planned. */
export interface Underway {
  readonly kind: 'exchange' | 'session';
  readonly id: string;
  readonly cityIds: readonly string[];
  readonly since: Date;
  readonly day: CalendarDate | null;
}

export async function listUnderway(reader: Reader, cityId: string, now: Date): Promise<Underway[]> {
  const { rows } = await sql<Underway>`
    select 'exchange' as kind, e.id, e.city_ids as "cityIds", e.agreed_at as since, null::text as day
    from peer_exchange.exchange e where e.city_ids @> array[${cityId}::uuid] and e.stage = 'agreed'
    union all
    select 'session', s.id, e.city_ids, s.planned_at, (s.starts_at at time zone 'UTC')::date::text
    from peer_exchange.session s join peer_exchange.exchange e on e.id = s.exchange_id
    where e.city_ids @> array[${cityId}::uuid] and e.stage = 'agreed' and s.stage = 'planned' and s.ends_at >= ${now}
    order by 4 limit 100`.execute(reader);
  return rows;
}

/** Links that were mailed to somebody who no longer acts for the city open nothing any more: their hash becomes that of nothing. */
export async function closeLinksOfFormer(tx: Tx, personId: string, cityId: string): Promise<void> {
  const former = sql`exists (select from people.email_address e where e.person_id = ${personId} and e.address = lower(p.contact_email))
      and not exists (select from people.role_grant g where g.person_id = ${personId} and g.city_id = ${cityId} and g.ended_at is null
        and coalesce(g.to_date, 'infinity') >= (clock_timestamp() at time zone 'UTC')::date)`;
  const unguessable = sql`sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))`;
  await sql`update peer_exchange.follow_up f set token_hash = ${unguessable}
    from peer_exchange.participant p where p.exchange_id = f.exchange_id and p.city_id = f.city_id and f.city_id = ${cityId} and ${former}`.execute(
    tx,
  );
  await sql`update peer_exchange.participant p set token_hash = ${unguessable} where p.city_id = ${cityId} and ${former}`.execute(
    tx,
  );
}
