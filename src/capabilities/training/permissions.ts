import { type Actor, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who writes courses, plans events, marks attendance, revokes certificates. */
export const trainers = ['staff-support', 'director'] as const satisfies readonly Role[];

export function isTrainer(actor: Actor): boolean {
  return hasRole(actor, ...trainers);
}

export function whyNotTrain(actor: Actor): Reason | undefined {
  return isTrainer(actor) ? undefined : because('platform:permission-missing');
}

/** What is a person's own: by account, or by the mailed link that opens it. */
export function isOwn(actor: Actor, own: { readonly personId: string | null }, byLink: boolean): boolean {
  return byLink || (actor.personId !== null && own.personId === actor.personId);
}
