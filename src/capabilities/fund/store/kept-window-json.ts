import { sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { EligibilityRule } from '../rules/eligibility-rule.ts';
import type { KeptWindow } from '../rules/prepared-window.ts';
import {
  type BudgetCategory,
  type Criterion,
  stageKeys,
  type WindowLabel,
  type WindowWording,
} from '../rules/window.ts';
import { money } from './rows.ts';

/** Of `fund.funding_window w` joined with `fund.window_terms t`: what everybody may read of an open window. */
export const keptWindowJson = sql<KeptWindowRow>`jsonb_build_object(
  'id', w.id, 'slug', w.slug, 'name', w.name, 'theme', w.theme, 'who_can_apply', w.eligibility,
  'ceiling_minor', w.ceiling_minor::text, 'currency', w.currency, 'term_months', w.term_months,
  'state', t.state, 'is_example', t.is_example, 'currencies', t.currencies, 'languages', t.languages,
  'overhead', t.overhead_cap_basis_points, 'allows_partial', t.allows_partial, 'reviewers_wanted', t.reviewers_wanted,
  'minutes_expected', t.minutes_expected, 'time_zone', t.time_zone, 'criteria', t.criteria,
  'budget_categories', t.budget_categories, 'rules', t.rules, 'wording', t.wording,
  'opened_at', t.opened_at, 'closed_at', t.closed_at, 'version', t.version,
  'donors', (select count(*) from fund.window_donor d where d.window_id = w.id),
  'labels', coalesce((select jsonb_agg(jsonb_build_object('state', l.state, 'audience', l.audience, 'label', l.label) order by l.state, l.audience)
    from fund.window_label l where l.window_id = w.id), '[]'),
  'stages', coalesce((select jsonb_agg(jsonb_build_object('key', s.key, 'opens_at', s.opens_at, 'closes_at', s.closes_at,
      'form_version_id', s.form_version_id, 'form_title', s.form_title)
      order by array_position(${sql.lit(`{${stageKeys.join(',')}}`)}::text[], s.key))
    from fund.window_stage s where s.window_id = w.id), '[]'))`;

export interface KeptWindowRow {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly theme: LocalText;
  readonly who_can_apply: LocalText | null;
  readonly ceiling_minor: string | null;
  readonly currency: string | null;
  readonly term_months: number | null;
  readonly state: KeptWindow['state'];
  readonly is_example: boolean;
  readonly currencies: string[];
  readonly languages: string[];
  readonly overhead: number | null;
  readonly allows_partial: boolean;
  readonly reviewers_wanted: number | null;
  readonly minutes_expected: number | null;
  readonly time_zone: string;
  readonly criteria: Criterion[];
  readonly budget_categories: BudgetCategory[];
  readonly rules: EligibilityRule[];
  readonly wording: Partial<WindowWording>;
  readonly opened_at: string | null;
  readonly closed_at: string | null;
  readonly version: number;
  readonly donors: number;
  readonly labels: WindowLabel[];
  readonly stages: {
    key: KeptWindow['stages'][number]['key'];
    opens_at: string;
    closes_at: string;
    form_version_id: string | null;
    form_title: LocalText | null;
  }[];
}

const nothing: LocalText = { en: '', fr: '', es: '', pt: '', ar: '' };

export function keptWindowOf(row: KeptWindowRow): KeptWindow {
  const { wording } = row;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    theme: row.theme,
    state: row.state,
    isExample: row.is_example,
    openedAt: row.opened_at === null ? null : new Date(row.opened_at),
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    ceiling: money(row.ceiling_minor, row.currency),
    currencies: row.currencies,
    languages: row.languages,
    termMonths: row.term_months,
    overheadCapBasisPoints: row.overhead,
    allowsPartial: row.allows_partial,
    reviewersWanted: row.reviewers_wanted,
    minutesExpected: row.minutes_expected,
    timeZone: row.time_zone,
    stages: row.stages.map((stage) => ({
      key: stage.key,
      opensAt: new Date(stage.opens_at),
      closesAt: new Date(stage.closes_at),
      formVersionId: stage.form_version_id,
      formTitle: stage.form_title,
    })),
    criteria: row.criteria,
    budgetCategories: row.budget_categories,
    rules: row.rules,
    labels: row.labels,
    wording: {
      whoCanApply: row.who_can_apply ?? nothing,
      gives: wording.gives ?? nothing,
      asks: wording.asks ?? nothing,
      judging: wording.judging ?? nothing,
    },
    donors: row.donors,
    version: row.version,
  };
}
