import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who notes by hand what cities did. */
export const engagementKeepers = [
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'director',
] as const satisfies readonly Role[];

export function whyNotRecordEngagement(actor: Actor): Reason | undefined {
  return hasRole(actor, ...engagementKeepers) ? undefined : because('city-registry:may-not-record');
}

/** What stems from another record is corrected there; what is withdrawn stays so. */
export function whyNotWithdraw(
  actor: Actor,
  engagement: { readonly recordId: string | null; readonly isWithdrawn: boolean },
): Reason | undefined {
  if (engagement.recordId !== null) return because('city-registry:belongs-to-record');
  if (engagement.isWithdrawn) return because('city-registry:already-withdrawn');
  return whyNotRecordEngagement(actor);
}
