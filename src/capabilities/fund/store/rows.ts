import { sql } from 'kysely';
import type { CalendarDate, DatePrecision, PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import { type CitedSource, sourcesCited } from '../../library/index.ts';
import type { DonorCommitment } from '../rules/donor-commitment.ts';
import type { Grant, GrantCity, GrantState, NamedRecord, Qualifier, ResultUnit } from '../rules/grant.ts';
import type { Result } from '../rules/result.ts';

// Each piece of SQL gives one JSON object of a row; amounts go as text, for JSON numbers are floats.

const windowNamed = sql`(select jsonb_build_object('slug', w.slug, 'name', w.name) from fund.funding_window w where w.id = window_id)`;

/** Of `fund.city_grant g`. */
export const grantJson = sql<GrantRow>`to_jsonb(g) || jsonb_build_object('amount_minor', g.amount_minor::text, 'ceiling_minor', g.ceiling_minor::text,
  'window', ${windowNamed},
  'city', (select jsonb_build_object('id', c.id, 'geonamesId', c.geonames_id, 'name', coalesce(g.city_known_as, c.name),
    'names', case when g.city_known_as is null then c.names else '{}' end, 'country', c.country, 'latitude', c.latitude,
    'longitude', c.longitude, 'globalSouth', c.global_south, 'secondaryCity', c.secondary_city) from city_registry.city c where c.id = g.city_id),
  'partners', coalesce((select jsonb_agg(o.name order by o.slug) from people.relationship r join people.organisation o on o.id = r.organisation_id
    where r.relation = 'strategic-partner' and r.object_kind = 'window' and r.object_id = g.window_id), '[]'),
  'sources', ${sourcesCited('fund', 'grant', 'g.id')})`;

/** Of `fund.donor_commitment d`. */
export const commitmentJson = sql<CommitmentRow>`to_jsonb(d) || jsonb_build_object('amount_minor', d.amount_minor::text,
  'window', ${windowNamed},
  'superseded', exists (select 1 from fund.donor_commitment later where later.supersedes_id = d.id),
  'donors', coalesce((select jsonb_agg(o.name order by o.slug) from fund.donor f join people.organisation o on o.id = f.organisation_id
    where f.commitment_id = d.id), '[]'),
  'sources', ${sourcesCited('fund', 'donor-commitment', 'd.id')})`;

/** Of `fund.result r`. */
export const resultJson = sql<ResultRow>`to_jsonb(r) || jsonb_build_object(
  'cities', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', coalesce(rgg.city_known_as, c.name),
      'names', case when rgg.city_known_as is null then c.names else '{}' end) order by c.name)
    from fund.result_grant rg join fund.city_grant rgg on rgg.id = rg.grant_id join city_registry.city c on c.id = rgg.city_id
    where rg.result_id = r.id), '[]'),
  'sources', ${sourcesCited('fund', 'result', 'r.id')})`;

export interface GrantRow {
  readonly id: string;
  readonly slug: string;
  readonly city: GrantCity;
  readonly window: NamedRecord | null;
  readonly announced: string;
  readonly announced_precision: string;
  readonly amount_minor: string | null;
  readonly ceiling_minor: string | null;
  readonly currency: string | null;
  readonly term_months: number | null;
  readonly state: GrantState;
  readonly project_title: string | null;
  readonly project: LocalText | null;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly version: number;
  readonly partners: LocalText[];
  readonly sources: CitedSource[];
}

export function grantOf(row: GrantRow): Grant {
  return {
    ...row,
    announced: partial(row.announced, row.announced_precision),
    amount: money(row.amount_minor, row.currency),
    ceiling: money(row.ceiling_minor, row.currency),
    termMonths: row.term_months,
    projectTitle: row.project_title,
  };
}

export interface CommitmentRow {
  readonly id: string;
  readonly window: NamedRecord | null;
  readonly amount_minor: string | null;
  readonly currency: string | null;
  readonly date: string;
  readonly date_precision: string;
  readonly until_date: string | null;
  readonly until_precision: string | null;
  readonly within_id: string | null;
  readonly superseded: boolean;
  readonly donors: LocalText[];
  readonly remark: LocalText | null;
  readonly sources: CitedSource[];
}

export function commitmentOf(row: CommitmentRow): DonorCommitment {
  return {
    id: row.id,
    donors: row.donors,
    window: row.window,
    amount: money(row.amount_minor, row.currency),
    date: partial(row.date, row.date_precision),
    until: row.until_date === null ? null : partial(row.until_date, row.until_precision ?? 'day'),
    superseded: row.superseded,
    within: row.within_id !== null,
    remark: row.remark,
    sources: row.sources,
  };
}

export interface ResultRow {
  readonly id: string;
  readonly value: number;
  readonly unit: ResultUnit;
  readonly qualifier: Qualifier;
  readonly is_target: boolean;
  readonly date: string;
  readonly date_precision: string;
  readonly what: LocalText;
  readonly remark: LocalText | null;
  readonly cities: Result['cities'];
  readonly sources: CitedSource[];
}

export function resultOf(row: ResultRow): Result {
  return { ...row, isTarget: row.is_target, date: partial(row.date, row.date_precision) };
}

export function money(amountMinor: string | null, currency: string | null): Money | null {
  return amountMinor !== null && currency !== null ? { amountMinor: BigInt(amountMinor), currency } : null;
}

export function partial(date: string, precision: string): PartialDate {
  return { date: date as CalendarDate, precision: precision as DatePrecision };
}
