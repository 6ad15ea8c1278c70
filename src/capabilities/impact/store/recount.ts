import { type RawBuilder, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/atomically.ts';

/**
 * The entries in force, told from the history alone: claims with their decision, and the last verified correction.
 * `standing` is not asked, so that a recount finds it out as well.
 */
const entriesInForce = sql`
  select c.id, c.kind, c.subject_kind || ':' || c.subject_id as subject_key, c.city_id,
    impact.last_day(coalesce(fix.day, c.day), coalesce(fix.day_precision, c.day_precision)) as counted_on,
    case when fix.id is null then c.amount_minor else fix.amount_minor end as amount_minor,
    case when fix.id is null then c.currency else fix.currency end as currency,
    case when fix.id is null then c.usd_minor else fix.usd_minor end as usd_minor,
    case when fix.id is null then c.count else fix.count end as count,
    case when fix.id is null then c.count_unit else fix.count_unit end as count_unit,
    first.outcome = 'imported' and not exists (select from impact.claim_decision d join impact.claim_change h on h.id = d.change_id
      where d.claim_id = c.id and d.outcome = 'verified') as imported
  from impact.claim c
  join impact.claim_decision first on first.claim_id = c.id and first.change_id is null and first.outcome in ('verified', 'imported')
  left join lateral (select h.* from impact.claim_change h
    join impact.claim_decision d on d.change_id = h.id and d.outcome = 'verified'
    where h.claim_id = c.id and h.kind = 'correction' order by d.decided_at desc, d.id desc limit 1) fix on true
  where coalesce(fix.visibility, c.visibility) = 'public'
    and not exists (select from impact.claim_change h join impact.claim_decision d on d.change_id = h.id and d.outcome = 'verified'
      where h.claim_id = c.id and h.kind = 'withdrawal')`;

/** Each entry under each definition that counts it, and what it adds there. */
const shares = sql`
  select d.key, d.version, d.measure, d.period, e.subject_key, e.city_id, e.counted_on, e.imported,
    case when d.measure = 'sum-amount' then case when e.usd_minor is null then e.currency else 'USD' end else '' end as series,
    case d.measure when 'sum-amount' then coalesce(e.usd_minor, e.amount_minor) when 'sum-count' then e.count
      when 'count-entries' then 1 else 0 end as value,
    case when d.period = 'ever' then 0 else extract(year from e.counted_on)::int end as year
  from entry e join impact.definition d on e.kind = any (d.kinds)
  where (d.measure <> 'sum-count' or e.count_unit = d.unit) and (d.measure <> 'sum-amount' or e.amount_minor is not null)`;

const subjects = sql`
  select key, version, year, subject_key, min(city_id::text)::uuid as city_id, min(counted_on) as first_day
  from share where measure = 'count-distinct-subjects' group by key, version, year, subject_key`;

const steps = sql`
  select key, version, series, span, date_trunc(span, day::timestamp)::date as starts, sum(delta)::bigint as delta,
    sum(entries)::bigint as entries, sum(imported)::bigint as imported
  from (
    select key, version, series, counted_on as day, sum(value) as delta, count(*) as entries, count(*) filter (where imported) as imported
    from share group by 1, 2, 3, 4
    union all
    select key, version, '', first_day, count(*), 0, 0 from subject group by 1, 2, 3, 4
  ) as change, unnest(array['year', 'month', 'day']) as span
  group by 1, 2, 3, 4, 5`;

interface Only {
  readonly key: string;
  readonly version: number;
}

/** Queries over `entry`, `share`, `subject` and `step` as the definitions have them, of the given definition or of all. */
function recounting(query: RawBuilder<unknown>, only?: Only): RawBuilder<unknown> {
  const wanted = only ? sql`and d.key = ${only.key} and d.version = ${only.version}` : sql``;
  return sql`with entry as materialized (${entriesInForce}), share as materialized (${shares} ${wanted}),
    subject as materialized (${subjects}), step as (${steps}) ${query}`;
}

/** Writes the sums of one definition, or of all, anew from the whole ledger. */
export async function countFigures(tx: Tx, only?: Only): Promise<void> {
  const which = only ? sql`where key = ${only.key} and version = ${only.version}` : sql``;
  await sql`delete from impact.figure_subject ${which}`.execute(tx);
  await sql`delete from impact.figure_step ${which}`.execute(tx);
  await recounting(
    sql`, kept as (insert into impact.figure_subject (key, version, year, subject_key, city_id, first_day)
      select key, version, year, subject_key, city_id, first_day from subject)
    insert into impact.figure_step (key, version, series, span, starts, delta, entries, imported)
    select key, version, series, span, starts, delta, entries, imported from step`,
    only,
  ).execute(tx);
}

/** Where a kept sum, or the entry in force that is kept beside the history, differs from a full recount. */
export interface FigureFault {
  readonly key: string;
  readonly version: number;
  readonly what: string;
  readonly kept: string;
  readonly counted: string;
}

/** Compares every kept sum with a count of the whole ledger under its definition; empty when all agree. */
export async function compareWithRecount(reader: Reader, atMost = 20): Promise<FigureFault[]> {
  const { rows } = await recounting(sql`
    select coalesce(step.key, held.key) as key, coalesce(step.version, held.version) as version,
      concat_ws(' ', coalesce(step.span, held.span), coalesce(step.starts, held.starts), coalesce(step.series, held.series)) as what,
      concat_ws('/', coalesce(held.delta, 0), coalesce(held.entries, 0), coalesce(held.imported, 0)) as kept,
      concat_ws('/', coalesce(step.delta, 0), coalesce(step.entries, 0), coalesce(step.imported, 0)) as counted
    from step full join impact.figure_step held using (key, version, series, span, starts)
    where (coalesce(step.delta, 0), coalesce(step.entries, 0), coalesce(step.imported, 0))
      is distinct from (coalesce(held.delta, 0), coalesce(held.entries, 0), coalesce(held.imported, 0))
    union all
    select coalesce(subject.key, held.key), coalesce(subject.version, held.version),
      concat_ws(' ', 'subject', coalesce(subject.subject_key, held.subject_key), coalesce(subject.year, held.year)),
      held.first_day::text, subject.first_day::text
    from subject full join impact.figure_subject held using (key, version, year, subject_key)
    where subject.first_day is distinct from held.first_day
    union all
    select coalesce(entry.kind, s.kind), 0, concat_ws(' ', 'entry', coalesce(entry.id, s.claim_id)),
      concat_ws('/', s.counted_on, s.amount_minor, s.currency, s.usd_minor, s.count, s.count_unit),
      concat_ws('/', entry.counted_on, entry.amount_minor, entry.currency, entry.usd_minor, entry.count, entry.count_unit)
    from entry full join (select * from impact.standing where counted) s on s.claim_id = entry.id
    where (entry.counted_on, entry.amount_minor, entry.currency, entry.usd_minor, entry.count, entry.count_unit, entry.subject_key)
      is distinct from (s.counted_on, s.amount_minor, s.currency, s.usd_minor, s.count, s.count_unit, s.subject_key)
    limit ${atMost}`).execute(reader);
  return rows as FigureFault[];
}
