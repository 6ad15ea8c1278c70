import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who keeps the record of seats. */
export const seatKeepers = ['staff-diplomacy', 'director'] as const satisfies readonly Role[];

export function whyNotKeepSeats(actor: Actor): Reason | undefined {
  return hasRole(actor, ...seatKeepers) ? undefined : because('platform:permission-missing');
}
