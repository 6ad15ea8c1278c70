import { type Actor, citiesOf, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import { canMove, type Move, type Stage } from './rules/response.ts';

/** Who runs an emergency. All of the secretariat may read it. */
export const keepers = [
  'staff-support',
  'staff-communications',
  'director',
] as const satisfies readonly Role[];

export function whyNotRun(actor: Actor): Reason | undefined {
  if (!hasRole(actor, ...keepers)) return because('platform:permission-missing');
  return actor.assurance === 'mailed-code' ? because('platform:step-up-needed') : undefined;
}

/** One person publishes; who confirms is another. */
export function whyNotMove(
  actor: Actor,
  response: { readonly stage: Stage; readonly publishedBy: string | null; readonly confirmedAt: unknown },
  move: Move | 'close',
): Reason | undefined {
  const reason = whyNotRun(actor);
  if (reason) return reason;
  if (!canMove(response.stage, move)) return because('emergency:not-from-this-stage');
  if (move !== 'confirm') return undefined;
  if (response.confirmedAt !== null) return because('emergency:confirmed-already');
  return response.publishedBy === actor.personId ? because('emergency:second-person') : undefined;
}

/** Mandate holders of an affected city write for it; staff write about any. */
export function whyNotNote(
  actor: Actor,
  response: { readonly stage: Stage; readonly cityIds: readonly string[] },
  cityId: string,
): Reason | undefined {
  if (!citiesOf(actor).includes(cityId) && whyNotRun(actor)) return because('platform:permission-missing');
  if (response.stage !== 'published') return because('emergency:not-open');
  return response.cityIds.includes(cityId) ? undefined : because('emergency:city-not-affected');
}

/** Whether a need or an offer may be shown is its own side's to say, or the keepers' on its word. */
export function whyNotSpeakFor(actor: Actor, cityId: string | null): Reason | undefined {
  if (cityId !== null && citiesOf(actor).includes(cityId)) return undefined;
  return whyNotRun(actor);
}

/** Mail to many is written by one and sent by another. */
export function whyNotSend(
  actor: Actor,
  bulletin: { readonly draftedBy: string; readonly sentAt: unknown },
): Reason | undefined {
  const reason = whyNotRun(actor);
  if (reason) return reason;
  if (bulletin.sentAt !== null) return because('emergency:sent-already');
  return bulletin.draftedBy === actor.personId ? because('emergency:second-person') : undefined;
}
