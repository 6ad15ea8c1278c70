import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who keeps the fund's public record. */
export const grantKeepers = ['staff-fund', 'director'] as const satisfies readonly Role[];

export function whyNotKeepGrants(actor: Actor): Reason | undefined {
  return hasRole(actor, ...grantKeepers) ? undefined : because('platform:permission-missing');
}
