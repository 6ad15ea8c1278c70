import { type RawBuilder, sql } from 'kysely';
import type { PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Reader } from '../../../platform/database/atomically.ts';
import {
  type CitedSource,
  figuresAbout,
  figuresUnder,
  type SaidFigure,
  sourcesCited,
} from '../../library/index.ts';
import type { DonorCommitment } from '../rules/donor-commitment.ts';
import type { Grant } from '../rules/grant.ts';
import { granteeKeys } from '../rules/published-and-named.ts';
import type { Result } from '../rules/result.ts';
import { type Call, callJson, callOf } from './call-page.ts';
import {
  commitmentJson,
  commitmentOf,
  type CommitmentRow,
  grantJson,
  grantOf,
  type GrantRow,
  money,
  partial,
  resultJson,
  resultOf,
  type ResultRow,
} from './rows.ts';

/** A window ("chapter") of the fund. Eligibility belongs to it, not to the fund. */
export interface FundingWindow {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly announced: PartialDate | null;
  readonly ceiling: Money | null;
  readonly termMonths: number | null;
  readonly eligibility: LocalText | null;
  readonly theme: LocalText;
  readonly expected: { readonly atLeast: number; readonly atMost: number } | null;
  readonly remark: LocalText | null;
  readonly sources: readonly CitedSource[];
}

/** The definition and list under which a city counts as Global South or secondary. */
export interface Reckoning {
  readonly key: 'global-south' | 'secondary-city';
  readonly title: LocalText;
  readonly version: number;
  readonly vintage: string | null;
}

interface Partner {
  readonly name: LocalText;
  readonly slug: string;
}

export interface WholeFund {
  readonly windows: readonly FundingWindow[];
  readonly commitments: readonly DonorCommitment[];
  readonly grants: readonly Grant[];
  readonly results: readonly Result[];
  readonly partners: readonly Partner[];
  readonly figures: readonly SaidFigure[];
}

/** Everything the fund's page shows: one trip. */
export async function readFund(reader: Reader): Promise<WholeFund> {
  const row = await reader
    .selectNoFrom(() => [
      windows(sql`true`).as('windows'),
      commitments(sql`true`).as('commitments'),
      grants(sql`true`).as('grants'),
      results(sql`true`).as('results'),
      partners(sql`r.object_kind in ('fund', 'window')`).as('partners'),
      figuresUnder(granteeKeys).as('figures'),
    ])
    .executeTakeFirstOrThrow();
  return {
    windows: row.windows.map(windowOf),
    commitments: row.commitments.map(commitmentOf),
    grants: row.grants.map(grantOf),
    results: row.results.map(resultOf),
    partners: row.partners,
    figures: row.figures,
  };
}

/** One window with all of its own: one trip. @param cityId the reader's city, for its clocks */
export async function findWindow(
  reader: Reader,
  slug: string,
  cityId?: string,
): Promise<(WholeFund & { window: FundingWindow; call: Call | undefined }) | undefined> {
  const row = await reader
    .selectFrom('fund.funding_window as w')
    .select([
      windowJson.as('window'),
      commitments(sql`d.window_id = w.id`).as('commitments'),
      grants(sql`g.window_id = w.id`).as('grants'),
      results(
        sql`r.window_id = w.id or exists (select 1 from fund.result_grant rg join fund.city_grant g on g.id = rg.grant_id
          where rg.result_id = r.id and g.window_id = w.id)`,
      ).as('results'),
      partners(sql`r.object_kind = 'window' and r.object_id = w.id`).as('partners'),
      figuresAbout('w.slug').as('figures'),
      callJson(cityId).as('call'),
    ])
    .where('w.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  const window = windowOf(row.window);
  return {
    window,
    call: row.call ? callOf(row.call) : undefined,
    windows: [window],
    commitments: row.commitments.map(commitmentOf),
    grants: row.grants.map(grantOf),
    results: row.results.map(resultOf),
    partners: row.partners,
    figures: row.figures,
  };
}

/** Every grant, newest first, and under which definitions their cities are counted: one trip. */
export async function listGrants(reader: Reader): Promise<{ grants: Grant[]; reckonings: Reckoning[] }> {
  const row = await reader
    .selectNoFrom(() => [
      grants(sql`true`).as('grants'),
      sql<
        Reckoning[]
      >`coalesce((select jsonb_agg(jsonb_build_object('key', k.key, 'title', p.title, 'version', p.revision,
          'vintage', v.name) order by k.key)
        from city_registry.reckoning k join city_registry.place_definition p on p.id = k.definition_id
        left join city_registry.vintage v on v.id = k.vintage_id), '[]')`.as('reckonings'),
    ])
    .executeTakeFirstOrThrow();
  return { grants: row.grants.map(grantOf), reckonings: row.reckonings };
}

interface WindowRow {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly announced: string | null;
  readonly announced_precision: string | null;
  readonly ceiling_minor: string | null;
  readonly currency: string | null;
  readonly term_months: number | null;
  readonly eligibility: LocalText | null;
  readonly theme: LocalText;
  readonly expected_at_least: number | null;
  readonly expected_at_most: number | null;
  readonly remark: LocalText | null;
  readonly sources: CitedSource[];
}

const windowJson = sql<WindowRow>`to_jsonb(w) || jsonb_build_object('ceiling_minor', w.ceiling_minor::text,
  'sources', ${sourcesCited('fund', 'window', 'w.id')})`;

function windowOf(row: WindowRow): FundingWindow {
  const { expected_at_least: atLeast, expected_at_most: atMost } = row;
  return {
    ...row,
    announced: row.announced === null ? null : partial(row.announced, row.announced_precision ?? 'day'),
    ceiling: money(row.ceiling_minor, row.currency),
    termMonths: row.term_months,
    expected: atLeast !== null && atMost !== null ? { atLeast, atMost } : null,
  };
}

function windows(which: RawBuilder<unknown>): RawBuilder<WindowRow[]> {
  return sql<WindowRow[]>`coalesce((select jsonb_agg(${windowJson} order by w.announced nulls last, w.slug)
    from fund.funding_window w where ${which}), '[]')`;
}

function commitments(which: RawBuilder<unknown>): RawBuilder<CommitmentRow[]> {
  return sql<CommitmentRow[]>`coalesce((select jsonb_agg(${commitmentJson} order by d.date, d.id)
    from fund.donor_commitment d where ${which}), '[]')`;
}

function grants(which: RawBuilder<unknown>): RawBuilder<GrantRow[]> {
  return sql<GrantRow[]>`coalesce((select jsonb_agg(${grantJson} order by g.announced desc, g.slug)
    from fund.city_grant g where ${which}), '[]')`;
}

function results(which: RawBuilder<unknown>): RawBuilder<ResultRow[]> {
  return sql<ResultRow[]>`coalesce((select jsonb_agg(${resultJson} order by r.date desc, r.value desc, r.id)
    from fund.result r where ${which}), '[]')`;
}

function partners(which: RawBuilder<unknown>): RawBuilder<Partner[]> {
  return sql<
    Partner[]
  >`coalesce((select jsonb_agg(distinct jsonb_build_object('slug', o.slug, 'name', o.name))
    from people.relationship r join people.organisation o on o.id = r.organisation_id
    where r.relation = 'strategic-partner' and (${which})), '[]')`;
}
