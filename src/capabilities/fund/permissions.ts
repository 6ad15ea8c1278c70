import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who keeps the fund's public record, and its windows. */
export const grantKeepers = ['staff-fund', 'director'] as const satisfies readonly Role[];

export function whyNotKeepGrants(actor: Actor): Reason | undefined {
  return hasRole(actor, ...grantKeepers) ? undefined : because('platform:permission-missing');
}

/** Making a window ready, proposing to open, move or close it, answering questions, screening. */
export function whyNotKeepWindows(actor: Actor): Reason | undefined {
  return whyNotKeepGrants(actor);
}

interface Proposed {
  readonly proposedBy: string;
  readonly decision: string | null;
}

/** Approving what another proposed, be it a public act on a window or an override of its rules. */
export function whyNotApprove(actor: Actor, proposed: Proposed): Reason | undefined {
  const reason = whyNotKeepWindows(actor);
  if (reason) return reason;
  if (proposed.decision !== null) return because('fund:already-decided');
  return proposed.proposedBy === actor.personId ? because('fund:second-person-needed') : undefined;
}

/** Taking back is the proposer's. */
export function whyNotTakeBack(actor: Actor, proposed: Proposed): Reason | undefined {
  const reason = whyNotKeepWindows(actor);
  if (reason) return reason;
  if (proposed.decision !== null) return because('fund:already-decided');
  return proposed.proposedBy === actor.personId ? undefined : because('fund:only-its-proposer');
}
