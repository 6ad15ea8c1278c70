import { sql } from 'kysely';
import { stableId } from '../../kernel/id.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { EligibilityRule } from './rules/eligibility-rule.ts';
import { type OpenWindow, type StageKey, stageKeys } from './rules/window.ts';
import { findOpenWindow } from './store/kept-windows.ts';

const day = 86_400_000;

function inAll(text: string): LocalText {
  return { en: text, fr: text, es: text, pt: text, ar: text };
}

interface OpenWindowWish {
  readonly slug?: string;
  readonly name?: string;
  /** Per stage, in days from now: opens and closes; a fraction is less than a day. Intake is open now unless told. */
  readonly stages?: Readonly<Partial<Record<StageKey, readonly [opensInDays: number, closesInDays: number]>>>;
  /** Form versions by stage; invented ids unless told. */
  readonly forms?: Readonly<Partial<Record<StageKey, string>>>;
  readonly rules?: readonly EligibilityRule[];
  readonly ceilingMinor?: bigint;
  readonly currencies?: readonly string[];
  readonly allowsPartial?: boolean;
  readonly criteria?: OpenWindow['criteria'];
  readonly donors?: readonly {
    readonly key: string;
    readonly amountMinor: bigint;
    readonly countries?: readonly string[];
    readonly incomeGroups?: readonly string[];
    readonly incomeList?: string;
    readonly regions?: readonly string[];
    readonly themes?: readonly string[];
    readonly spendFrom?: string;
    readonly spendUntil?: string;
    readonly overheadCapBasisPoints?: number;
  }[];
}

/**
 * An open window of the fund for tests: up to USD 500,000 for 24 months, overhead at most 10 %, open to every city, two donors.
 * By the worker. Wants no forms, people or cities beforehand.
 */
export async function anOpenWindow(tx: Tx, wish: OpenWindowWish = {}): Promise<OpenWindow> {
  const slug = wish.slug ?? 'harbour-call';
  const id = stableId('window', slug);
  const currencies = wish.currencies ?? ['USD'];
  const [person, approver] = [stableId('person', `${slug} proposer`), stableId('person', `${slug} approver`)];
  await tx
    .insertInto('people.person')
    .values([person, approver].map((one) => ({ id: one, name: 'Trial staff', visibility: 'staff' })))
    .execute();
  await tx
    .insertInto('fund.funding_window')
    .values({
      id,
      slug,
      name: json(inAll(wish.name ?? 'Harbours')),
      theme: json(inAll('Work in harbours.')),
      eligibility: json(inAll('City governments.')),
      ceiling_minor: wish.ceilingMinor ?? 50_000_000n,
      currency: currencies[0] ?? 'USD',
      term_months: 24,
      shown: false,
    })
    .execute();
  await tx
    .insertInto('fund.window_terms')
    .values({
      window_id: id,
      currencies: [...currencies],
      languages: ['en', 'fr', 'es', 'pt', 'ar'],
      overhead_cap_basis_points: 1000,
      allows_partial: wish.allowsPartial ?? true,
      reviewers_wanted: 3,
      minutes_expected: 240,
      time_zone: 'America/New_York',
      criteria: json(wish.criteria ?? someCriteria),
      budget_categories: json(someCategories),
      rules: json(wish.rules ?? []),
      wording: json({ gives: inAll('Money.'), asks: inAll('Three forms.'), judging: inAll('By criteria.') }),
      made_by: person,
    })
    .execute();
  await addStages(tx, id, wish);
  await addDonors(tx, id, wish);
  await tx
    .insertInto('fund.window_change')
    .values({
      id: stableId('window-change', slug),
      window_id: id,
      kind: 'open',
      terms_version: 1,
      reason: json(inAll('The round begins.')),
      proposed_by: person,
      decision: 'approved',
      decided_by: approver,
      decided_at: sql<Date>`clock_timestamp()`,
    })
    .execute();
  await tx
    .updateTable('fund.window_terms')
    .set({ state: 'open', opened_at: sql<Date>`clock_timestamp()` })
    .where('window_id', '=', id)
    .execute();
  await tx.updateTable('fund.funding_window').set({ shown: true }).where('id', '=', id).execute();
  const window = await findOpenWindow(tx, id);
  if (!window) throw new Error('The window made for a test is not open');
  return window;
}

async function addStages(tx: Tx, windowId: string, wish: OpenWindowWish): Promise<void> {
  const stages = wish.stages ?? { intake: [-1, 30], 'concept-note': [40, 70], proposal: [80, 120] };
  for (const key of stageKeys) {
    const days = stages[key];
    if (!days) continue;
    await tx
      .insertInto('fund.window_stage')
      .values({
        window_id: windowId,
        key,
        opens_at: new Date(Date.now() + days[0] * day),
        closes_at: new Date(Date.now() + days[1] * day),
        form_version_id: wish.forms?.[key] ?? stableId('form-version', key),
        form_title: json(inAll(key)),
      })
      .execute();
  }
}

async function addDonors(tx: Tx, windowId: string, wish: OpenWindowWish): Promise<void> {
  const donors = wish.donors ?? [
    { key: 'foundation', amountMinor: 200_000_000n },
    { key: 'agency', amountMinor: 100_000_000n, countries: ['SL', 'KE'] },
  ];
  for (const { key, amountMinor, ...restrictions } of donors) {
    await tx
      .insertInto('fund.window_donor')
      .values({
        id: stableId('window-donor', `${windowId} ${key}`),
        window_id: windowId,
        name: json(inAll(key)),
        amount_minor: amountMinor,
        currency: (wish.currencies ?? ['USD'])[0] ?? 'USD',
        countries: [...(restrictions.countries ?? [])],
        income_groups: [...(restrictions.incomeGroups ?? [])],
        income_list: restrictions.incomeList ?? null,
        regions: [...(restrictions.regions ?? [])],
        themes: [...(restrictions.themes ?? [])],
        spend_from: restrictions.spendFrom ?? null,
        spend_until: restrictions.spendUntil ?? null,
        overhead_cap_basis_points: restrictions.overheadCapBasisPoints ?? null,
      })
      .execute();
  }
}

const someCriteria: OpenWindow['criteria'] = [
  { key: 'mandate', kind: 'critical', text: inAll('The city government leads.'), weight: 0 },
  { key: 'need', kind: 'additional', text: inAll('The need is shown.'), weight: 2 },
  { key: 'partnership', kind: 'additional', text: inAll('Migrants take part.'), weight: 1 },
  { key: 'lasting', kind: 'additional', text: inAll('It lasts after the grant.'), weight: 1 },
];

const someCategories: OpenWindow['budgetCategories'] = [
  { key: 'people', label: inAll('People'), isOverhead: false },
  { key: 'services', label: inAll('Services'), isOverhead: false },
  { key: 'equipment', label: inAll('Equipment'), isOverhead: false },
  { key: 'overhead', label: inAll('Overhead'), isOverhead: true },
];

function json(value: unknown): string {
  return JSON.stringify(value);
}
