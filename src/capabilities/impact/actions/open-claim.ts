import { notFound, Stale } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { CountedEntry } from '../rules/definition.ts';
import type { Entry, Stage } from '../rules/entry.ts';
import { findStanding, lockLedger, type StandingClaim } from '../store/ledger.ts';

/** What a decision is made on: the claim, and the version its page showed. */
export interface OnClaim {
  readonly claimId: string;
  readonly version: number;
}

/**
 * The claim under the ledger's lock, as the page showed it.
 * @throws Stale when somebody decided or proposed meanwhile
 */
export async function openClaim(tx: Tx, { claimId, version }: OnClaim): Promise<StandingClaim> {
  await lockLedger(tx);
  const claim = await findStanding(tx, claimId);
  if (!claim) throw notFound();
  if (claim.version !== version) throw new Stale(currentWords(claim), claim.version);
  return claim;
}

function currentWords({ entry, stage }: StandingClaim): Record<string, string> {
  return {
    stage,
    statement: entry.statement,
    on: entry.on.date,
    amount: entry.amount ? `${entry.amount.amountMinor} ${entry.amount.currency}` : '',
    count: entry.count ? `${entry.count.value} ${entry.count.unit}` : '',
  };
}

/** The entry as public figures count it, or null when they do not. */
export function countedAs(entry: Entry, stage: Stage): CountedEntry | null {
  const inForce = stage === 'verified' || stage === 'imported';
  return inForce && entry.visibility === 'public' ? { ...entry, imported: stage === 'imported' } : null;
}
