import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import type { CityRole } from '../rules/terms.ts';

export const shows = ['due', 'requests', 'ending', 'reported', 'valid', 'ended', 'all'] as const;
export type Shows = (typeof shows)[number];

export interface QueueFilter {
  readonly shows: Shows;
  readonly role?: CityRole;
  /** Part of a city's or a person's name. */
  readonly words?: string;
}

/** A line of the list: a request that waits, or a mandate. */
export interface QueueLine {
  readonly id: string;
  readonly isRequest: boolean;
  readonly cityId: string;
  readonly cityName: string;
  readonly cityNames: Partial<Record<Language, string>>;
  readonly country: string;
  readonly name: string;
  readonly role: CityRole;
  readonly state: 'waiting' | 'more-asked' | 'reported' | 'ending' | 'valid' | 'later' | 'ended';
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** When somebody should look at it. */
  readonly dueOn: CalendarDate | null;
}

/** Due first: requests by the day they should be answered, mandates by their end. */
export async function listQueue(
  reader: Reader,
  filter: QueueFilter,
  today: CalendarDate,
  page: { readonly size: number; readonly offset: number },
): Promise<{ lines: QueueLine[]; total: number }> {
  const words = filter.words ? `%${filter.words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const states: Record<Shows, readonly string[] | null> = {
    due: ['waiting', 'reported', 'ending'],
    requests: ['waiting', 'more-asked'],
    ending: ['ending'],
    reported: ['reported'],
    valid: ['valid', 'ending', 'reported', 'later'],
    ended: ['ended'],
    all: null,
  };
  const wanted = states[filter.shows];
  const { rows } = await sql<QueueLine & { total: number }>`with line as (
      select r.id, true as "isRequest", r.city_id, r.name, r.role, r.stage as state, r.from_date as "from", r.to_date as until,
        case when r.stage = 'waiting' then (r.stage_since at time zone 'UTC')::date + 7 end as due_on
      from mandates.request r where r.stage in ('waiting', 'more-asked')
      union all
      select g.id, false, g.city_id, p.name, g.role,
        case when g.ended_at is not null or g.to_date < ${today}::date then 'ended'
          when exists (select from mandates.left_report l where l.grant_id = g.id and l.settled_at is null) then 'reported'
          when g.from_date > ${today}::date then 'later'
          when g.to_date <= ${today}::date + 60 then 'ending' else 'valid' end,
        g.from_date, coalesce((g.ended_at at time zone 'UTC')::date, g.to_date),
        (select (min(l.reported_at) at time zone 'UTC')::date + 3 from mandates.left_report l where l.grant_id = g.id and l.settled_at is null)
      from people.role_grant g join people.person p on p.id = g.person_id where g.city_id is not null
    )
    select line.id, line."isRequest", line.name, line.role, line.state, line."from", line.until,
      coalesce(line.due_on, case when line.state = 'ending' then line.until end) as "dueOn",
      c.id as "cityId", c.name as "cityName", c.names as "cityNames", c.country, count(*) over ()::int as total
    from line join city_registry.city c on c.id = line.city_id
    where (${wanted === null} or line.state = any (${sql.val([...(wanted ?? [])])}::text[]))
      and (${filter.role ?? null}::text is null or line.role = ${filter.role ?? null})
      and (${words}::text is null or lower(c.name) like ${words} or lower(line.name) like ${words}
        or exists (select from jsonb_each_text(c.names) n where lower(n.value) like ${words}))
    order by line.state = 'ended', coalesce(line.due_on, line.until) nulls last, line.id
    limit ${page.size} offset ${page.offset}`.execute(reader);
  return { lines: rows, total: rows[0]?.total ?? 0 };
}

/** For Today: what waits, counted, and since when. */
export async function countDue(
  reader: Reader,
  today: CalendarDate,
): Promise<{
  requests: number;
  since: Date | null;
  dueOn: CalendarDate | null;
  reports: number;
  reportedSince: Date | null;
}> {
  const { rows } = await sql<{
    requests: number;
    since: Date | null;
    dueOn: CalendarDate | null;
    reports: number;
    reportedSince: Date | null;
  }>`select r.requests, r.since, (r.since at time zone 'UTC')::date + 7 as "dueOn", l.reports, l."reportedSince"
    from (select count(*)::int as requests, min(stage_since) as since from mandates.request where stage = 'waiting') r,
      (select count(*)::int as reports, min(reported_at) as "reportedSince" from mandates.left_report where settled_at is null) l
    where ${today}::date is not null`.execute(reader);
  return rows[0] ?? { requests: 0, since: null, dueOn: null, reports: 0, reportedSince: null };
}
