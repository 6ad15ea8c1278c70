import { sql } from 'kysely';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { WindowDonor } from '../rules/donor.ts';
import type { EligibilityRule } from '../rules/eligibility-rule.ts';
import type { KeptWindow, PreparedStage } from '../rules/prepared-window.ts';
import type { BudgetCategory, Criterion, StageKey, WindowLabel } from '../rules/window.ts';
import { findKeptWindow } from './kept-windows.ts';

/** The window, its terms locked for a change. */
export async function lockWindow(tx: Tx, id: string): Promise<KeptWindow | undefined> {
  await tx
    .selectFrom('fund.window_terms')
    .select('window_id')
    .where('window_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return await findKeptWindow(tx, id);
}

export async function insertWindow(
  tx: Tx,
  window: {
    readonly id: string;
    readonly slug: string;
    readonly name: LocalText;
    readonly theme: LocalText;
    readonly copiedFrom: string | null;
    readonly madeBy: string | null;
  },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('fund.funding_window')
    .values({
      id: window.id,
      slug: window.slug,
      name: JSON.stringify(window.name),
      theme: JSON.stringify(window.theme),
      shown: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  await tx
    .insertInto('fund.window_terms')
    .values({ window_id: window.id, copied_from: window.copiedFrom, made_by: window.madeBy })
    .execute();
  return true;
}

/** Parts of the terms; what is absent stays. */
export interface TermsParts {
  readonly currencies?: readonly string[];
  readonly languages?: readonly string[];
  readonly overheadCapBasisPoints?: number | null;
  readonly allowsPartial?: boolean;
  readonly reviewersWanted?: number | null;
  readonly minutesExpected?: number | null;
  readonly timeZone?: string;
  readonly criteria?: readonly Criterion[];
  readonly budgetCategories?: readonly BudgetCategory[];
  readonly rules?: readonly EligibilityRule[];
  readonly wording?: Pick<KeptWindow['wording'], 'gives' | 'asks' | 'judging'>;
}

/** Writes parts of the terms; the version goes up by one. */
export async function reviseTerms(tx: Tx, windowId: string, parts: TermsParts = {}): Promise<void> {
  const list = (values: readonly string[] | undefined) => values && [...values];
  const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));
  await tx
    .updateTable('fund.window_terms')
    .set((is) => ({
      version: is('version', '+', 1),
      currencies: list(parts.currencies),
      languages: list(parts.languages),
      overhead_cap_basis_points: parts.overheadCapBasisPoints,
      allows_partial: parts.allowsPartial,
      reviewers_wanted: parts.reviewersWanted,
      minutes_expected: parts.minutesExpected,
      time_zone: parts.timeZone,
      criteria: json(parts.criteria),
      budget_categories: json(parts.budgetCategories),
      rules: json(parts.rules),
      wording: json(parts.wording),
    }))
    .where('window_id', '=', windowId)
    .execute();
}

/** The public identity's own columns; what is absent stays. */
export async function reviseIdentity(
  tx: Tx,
  windowId: string,
  parts: {
    readonly name?: LocalText;
    readonly theme?: LocalText;
    readonly whoCanApply?: LocalText;
    readonly ceiling?: Money | null;
    readonly termMonths?: number | null;
  },
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));
  await tx
    .updateTable('fund.funding_window')
    .set({
      // Always one column at least, so that an empty change is still a statement.
      shown: false,
      name: json(parts.name),
      theme: json(parts.theme),
      eligibility: json(parts.whoCanApply),
      ceiling_minor: parts.ceiling === undefined ? undefined : (parts.ceiling?.amountMinor ?? null),
      currency: parts.ceiling === undefined ? undefined : (parts.ceiling?.currency ?? null),
      term_months: parts.termMonths,
    })
    .where('id', '=', windowId)
    .execute();
}

export async function putStage(tx: Tx, windowId: string, stage: PreparedStage): Promise<void> {
  const row = {
    opens_at: stage.opensAt,
    closes_at: stage.closesAt,
    form_version_id: stage.formVersionId,
    form_title: stage.formTitle && JSON.stringify(stage.formTitle),
  };
  await tx
    .insertInto('fund.window_stage')
    .values({ window_id: windowId, key: stage.key, ...row })
    .onConflict((conflict) => conflict.columns(['window_id', 'key']).doUpdateSet(row))
    .execute();
}

/** Of an open window: as an approved change says, or the database refuses. */
export async function moveStage(
  tx: Tx,
  windowId: string,
  key: StageKey,
  to: Pick<PreparedStage, 'opensAt' | 'closesAt'>,
): Promise<void> {
  await tx
    .updateTable('fund.window_stage')
    .set({ opens_at: to.opensAt, closes_at: to.closesAt })
    .where('window_id', '=', windowId)
    .where('key', '=', key)
    .execute();
}

export async function removeStage(tx: Tx, windowId: string, key: StageKey): Promise<void> {
  await tx.deleteFrom('fund.window_stage').where('window_id', '=', windowId).where('key', '=', key).execute();
}

export async function insertDonor(tx: Tx, windowId: string, donor: WindowDonor): Promise<void> {
  const { restrictions } = donor;
  await tx
    .insertInto('fund.window_donor')
    .values({
      id: donor.id,
      window_id: windowId,
      organisation_id: donor.organisationId,
      name: JSON.stringify(donor.name),
      amount_minor: donor.amount.amountMinor,
      currency: donor.amount.currency,
      countries: [...restrictions.countries],
      income_groups: [...restrictions.incomeGroups],
      income_list: restrictions.incomeList,
      regions: [...restrictions.regions],
      themes: [...restrictions.themes],
      spend_from: restrictions.spendFrom,
      spend_until: restrictions.spendUntil,
      overhead_cap_basis_points: restrictions.overheadCapBasisPoints,
    })
    .execute();
}

export async function removeDonor(tx: Tx, windowId: string, donorId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('fund.window_donor')
    .where('window_id', '=', windowId)
    .where('id', '=', donorId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function putLabel(
  tx: Tx,
  windowId: string,
  { state, audience, label }: WindowLabel,
): Promise<void> {
  const row = { label: JSON.stringify(label) };
  await tx
    .insertInto('fund.window_label')
    .values({ window_id: windowId, state, audience, ...row })
    .onConflict((conflict) => conflict.columns(['window_id', 'state', 'audience']).doUpdateSet(row))
    .execute();
}

export async function removeLabel(
  tx: Tx,
  windowId: string,
  label: Pick<WindowLabel, 'state' | 'audience'>,
): Promise<void> {
  await tx
    .deleteFrom('fund.window_label')
    .where('window_id', '=', windowId)
    .where('state', '=', label.state)
    .where('audience', '=', label.audience)
    .execute();
}

/** The window becomes everybody's: as an approved change says, or the database refuses. */
export async function markOpened(tx: Tx, windowId: string): Promise<void> {
  await tx
    .updateTable('fund.window_terms')
    .set({ state: 'open', opened_at: sql<Date>`clock_timestamp()` })
    .where('window_id', '=', windowId)
    .execute();
  await tx
    .updateTable('fund.funding_window')
    .set({
      shown: true,
      announced: sql<string>`(clock_timestamp() at time zone 'UTC')::date`,
      announced_precision: 'day',
    })
    .where('id', '=', windowId)
    .execute();
}

export async function markClosed(tx: Tx, windowId: string): Promise<void> {
  await tx
    .updateTable('fund.window_terms')
    .set({ state: 'closed', closed_at: sql<Date>`clock_timestamp()` })
    .where('window_id', '=', windowId)
    .execute();
}
