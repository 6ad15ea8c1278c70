import type { DonorCommitment, FundWindow, Grant, Result } from '../../../edition/index.ts';
import type { City } from '../../../edition/index.ts';
import { calendarDate, type PartialDate, parsePartialDate } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { loadRows } from '../../../platform/database/edition-rows.ts';
import { loadEngagements } from '../../city-registry/index.ts';
import { loadDonors, loadResultGrants } from '../store/links.ts';
import { citeFund, wholeFund } from './cite-fund.ts';

export interface FundEdition {
  readonly windows: readonly FundWindow[];
  readonly donorCommitments: readonly DonorCommitment[];
  readonly grants: readonly Grant[];
  readonly results: readonly Result[];
  readonly cities: readonly City[];
}

/** Brings in the fund's public history. After people, cities and sources. */
export async function loadFund(tx: Tx, edition: FundEdition): Promise<void> {
  const { windows, donorCommitments, grants, results } = edition;
  const cityIds = new Map(edition.cities.map((city) => [city.id, cityIdFromGeonames(city.geonamesId)]));
  const knownAs = new Map(edition.cities.map((city) => [city.id, city.knownAs]));
  await loadRows(tx, 'fund.funding_window', windows.map(windowRow));
  await loadRows(tx, 'fund.donor_commitment', donorCommitments.map(commitmentRow));
  await loadDonors(
    tx,
    donorCommitments.flatMap(({ id, donors }) =>
      donors.map((donor) => ({
        commitment_id: stableId('donor-commitment', id),
        organisation_id: stableId('organisation', donor),
      })),
    ),
  );
  const placed = grants.flatMap((grant) => {
    const cityId = cityIds.get(grant.city);
    return cityId ? [{ ...grant, cityId, knownAs: knownAs.get(grant.city) ?? null }] : [];
  });
  await loadRows(tx, 'fund.city_grant', placed.map(grantRow), 'changeable');
  await loadRows(tx, 'fund.result', results.map(resultRow));
  await loadResultGrants(
    tx,
    results.flatMap((result) =>
      result.grants.map((grant) => ({
        result_id: stableId('result', result.id),
        grant_id: stableId('grant', grant),
      })),
    ),
  );
  await citeFund(tx, edition);
  await loadEngagements(tx, 'fund', placed.map(engagementOfGrant(windows)));
}

function windowRow(window: FundWindow) {
  const announced = window.announced === null ? null : partial(window.announced);
  return {
    id: stableId('window', window.id),
    slug: window.id,
    name: window.name,
    announced: announced?.date ?? null,
    announced_precision: announced?.precision ?? null,
    ceiling_minor: minor(window.grantCeilingMinor),
    currency: window.currency,
    term_months: window.termMonths,
    eligibility: window.eligibility,
    theme: window.theme,
    expected_at_least: window.expectedGrantees?.atLeast ?? null,
    expected_at_most: window.expectedGrantees?.atMost ?? null,
    inferred: window.inferred,
    remark: window.remark,
  };
}

function commitmentRow(commitment: DonorCommitment) {
  const date = partial(commitment.date);
  const until = commitment.until === null ? null : partial(commitment.until);
  return {
    id: stableId('donor-commitment', commitment.id),
    window_id: commitment.window && stableId('window', commitment.window),
    amount_minor: minor(commitment.amountMinor),
    currency: commitment.currency,
    date: date.date,
    date_precision: date.precision,
    until_date: until?.date ?? null,
    until_precision: until?.precision ?? null,
    supersedes_id: commitment.supersedes && stableId('donor-commitment', commitment.supersedes),
    within_id: commitment.within && stableId('donor-commitment', commitment.within),
    inferred: commitment.inferred,
    remark: commitment.remark,
  };
}

function grantRow(grant: Grant & { cityId: string; knownAs: string | null }) {
  const announced = partial(grant.announced);
  return {
    id: stableId('grant', grant.id),
    slug: grant.id,
    city_id: grant.cityId,
    city_known_as: grant.knownAs,
    window_id: grant.window && stableId('window', grant.window),
    announced: announced.date,
    announced_precision: announced.precision,
    amount_minor: minor(grant.amountMinor),
    ceiling_minor: minor(grant.ceilingMinor),
    currency: grant.currency,
    term_months: grant.termMonths,
    state: grant.state,
    project_title: grant.projectTitle,
    project: grant.project,
    inferred: grant.inferred,
    remark: grant.remark,
  };
}

function resultRow(result: Result) {
  const date = partial(result.date);
  return {
    id: stableId('result', result.id),
    window_id: result.window && stableId('window', result.window),
    value: BigInt(result.value),
    unit: result.unit,
    qualifier: result.qualifier,
    is_target: result.isTarget,
    date: date.date,
    date_precision: date.precision,
    what: result.what,
    inferred: result.inferred,
    remark: result.remark,
  };
}

function engagementOfGrant(windows: readonly FundWindow[]) {
  return (grant: Grant & { cityId: string }) => {
    const window = windows.find(({ id }) => id === grant.window);
    const record = {
      capability: 'fund',
      id: stableId('grant', grant.id),
      path: `/fund/windows/${grant.window}`,
    };
    const announced = partial(grant.announced);
    return {
      id: stableId('engagement', `fund ${grant.id}`),
      cityId: grant.cityId,
      kind: 'grant' as const,
      // The day it was announced is all that is public: the term of the agreement is not.
      when: {
        from: announced,
        fromCertainty: 'stated' as const,
        to: announced,
        toCertainty: 'stated' as const,
        lastListed: null,
      },
      object: window?.name ?? wholeFund,
      record,
      visibility: 'public' as const,
      inferred: grant.inferred,
      remark: grant.remark,
    };
  };
}

function minor(digits: string | null): bigint | null {
  return digits === null ? null : BigInt(digits);
}

/** @throws RangeError for a text the edition's own check would have refused */
function partial(text: string): PartialDate {
  return parsePartialDate(text) ?? { date: calendarDate(text), precision: 'day' };
}
