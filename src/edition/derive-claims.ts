import type { EditionClaim } from './claims/claim.ts';
import { commitmentClaims, engagementClaims, partnerClaims, positionClaims } from './claims/engagement.ts';
import { donorClaims, grantClaims, peopleClaims, unlockedClaims } from './claims/funding.ts';
import type { Edition } from './read-edition.ts';

/** What the ledger can itemise from an edition, oldest first. The same edition always gives the same claims. */
export function deriveClaims(edition: Edition): EditionClaim[] {
  return [
    ...engagementClaims(edition),
    ...partnerClaims(edition),
    ...positionClaims(edition),
    ...commitmentClaims(edition),
    ...grantClaims(edition),
    ...donorClaims(edition),
    ...unlockedClaims(edition),
    ...peopleClaims(edition),
  ].toSorted((a, b) => compare(a.date, b.date) || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
