import type { Decidable } from '../../permissions.ts';
import type { ClaimPage } from '../../store/claim-page.ts';

/** What the rules ask about a claim on a page. */
export function decidable(page: ClaimPage): Decidable {
  const { entry, proposedBy, openChange } = page;
  return { kind: entry.kind, stage: entry.stage, proposedBy, openChange };
}
