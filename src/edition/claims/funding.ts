import type { Edition } from '../read-edition.ts';
import { cityOf, claimFrom, type EditionClaim, organisationOf } from './claim.ts';

interface Priced {
  readonly amountMinor: string | null;
  readonly currency: string | null;
}

function amountOf(record: Priced): EditionClaim['amount'] {
  if (record.amountMinor === null || record.currency === null) return null;
  return { amountMinor: BigInt(record.amountMinor), currency: record.currency };
}

/** Each grant makes its city a grantee; it is money only where the award itself is published, never a ceiling. */
export function grantClaims(edition: Edition): EditionClaim[] {
  return edition.grants.flatMap((grant) => {
    const stated = { subject: cityOf(grant.city), date: grant.announced, occasion: grant.id };
    const announced = claimFrom('grants.json', grant, { kind: 'grantee-announced', ...stated });
    const amount = amountOf(grant);
    if (amount === null) return [announced];
    return [announced, claimFrom('grants.json', grant, { kind: 'direct-grant', ...stated, amount })];
  });
}

/** Each promise once: not one that a later promise replaced, nor one that is part of a larger. */
export function donorClaims(edition: Edition): EditionClaim[] {
  const replaced = new Set(edition.donorCommitments.map((commitment) => commitment.supersedes));
  return edition.donorCommitments.flatMap((commitment) => {
    const [donor, ...others] = commitment.donors;
    const amount = amountOf(commitment);
    if (donor === undefined || amount === null || commitment.within !== null || replaced.has(commitment.id))
      return [];
    return [
      claimFrom('commitments-of-donors.json', commitment, {
        kind: 'funding-committed',
        subject: organisationOf(donor),
        alongside: others.map(organisationOf),
        date: commitment.date,
        occasion: commitment.id,
        amount,
      }),
    ];
  });
}

/** Money beyond the fund's grants. The subject is who holds it: the channel, else the city. */
export function unlockedClaims(edition: Edition): EditionClaim[] {
  return edition.unlockedFunding.flatMap((funding) => {
    const holders = [
      ...(funding.channel === null ? [] : [organisationOf(funding.channel)]),
      ...funding.cities.map(cityOf),
    ];
    const [subject, ...others] = holders;
    const amount = amountOf(funding);
    if (!subject || amount === null || funding.date === null) return [];
    return [
      claimFrom('unlocked-funding.json', funding, {
        kind: funding.kind,
        subject,
        alongside: others,
        date: funding.date,
        occasion: funding.id,
        amount,
        qualifier: funding.qualifier ?? 'exactly',
      }),
    ];
  });
}

/** People reached by one grant alone: a total over several grants would count the same people again. */
export function peopleClaims(edition: Edition): EditionClaim[] {
  const cityByGrant = new Map(edition.grants.map((grant) => [grant.id, grant.city]));
  return edition.results.flatMap((result) => {
    const { unit } = result;
    if (unit !== 'people-reached-directly' && unit !== 'people-reached-indirectly') return [];
    const [grant, ...rest] = result.grants;
    const city = grant === undefined ? undefined : cityByGrant.get(grant);
    if (city === undefined || rest.length > 0 || result.isTarget) return [];
    return [
      claimFrom('results.json', result, {
        kind: unit,
        subject: cityOf(city),
        date: result.date,
        occasion: `${grant}/${result.date}`,
        count: { value: result.value, unit: 'people' },
        qualifier: result.qualifier,
      }),
    ];
  });
}
