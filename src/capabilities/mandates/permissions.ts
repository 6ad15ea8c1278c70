import { type Actor, citiesOf, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import { isSteppedUp } from '../../platform/permissions/guard.ts';
import { isOpen, type MandateRequest } from './rules/request.ts';

/** Who verifies mandates and keeps the register of known channels. */
export const keeperRoles = ['staff-support', 'director'] as const satisfies readonly Role[];

const missing = because('platform:permission-missing');
const stepUp = because('platform:step-up-needed');

export function isKeeper(actor: Actor): boolean {
  return hasRole(actor, ...keeperRoles);
}

export function whyNotKeep(actor: Actor): Reason | undefined {
  if (!isKeeper(actor)) return missing;
  return actor.assurance === 'mailed-code' ? stepUp : undefined;
}

type Standing = Pick<MandateRequest, 'stage' | 'personId' | 'proposedBy'>;

/** Refuse, ask for more: on a request that is open and not one's own. */
export function whyNotDecide(actor: Actor, request: Standing): Reason | undefined {
  const reason = whyNotKeep(actor);
  if (reason) return reason;
  if (!isOpen(request)) return because('mandates:request-over');
  return actor.personId === request.personId || actor.personId === request.proposedBy
    ? because('mandates:own-request')
    : undefined;
}

/** A call-back may give somebody the power to sign for a city: it asks for a fresh proof of who calls. Each of two staff calls once. */
export function whyNotCallBack(
  actor: Actor,
  request: Standing,
  confirmedBy: readonly string[],
  now: Date,
): Reason | undefined {
  const reason = whyNotDecide(actor, request);
  if (reason) return reason;
  if (confirmedBy.includes(actor.personId ?? '')) return because('mandates:second-staff-needed');
  return isSteppedUp(actor, now) ? undefined : stepUp;
}

export function isOfCity(actor: Actor, cityId: string): boolean {
  return citiesOf(actor).includes(cityId) && actor.assurance !== 'mailed-code';
}

/** The people of a city, and staff, see who acts for it and what is open. */
export function whyNotSeeCity(actor: Actor, cityId: string): Reason | undefined {
  return isOfCity(actor, cityId) || isKeeper(actor) ? undefined : missing;
}

export function whyNotPropose(actor: Actor, cityId: string): Reason | undefined {
  return isOfCity(actor, cityId) ? undefined : missing;
}

export function whyNotVouch(
  actor: Actor,
  request: Standing & Pick<MandateRequest, 'cityId'>,
): Reason | undefined {
  if (!isOfCity(actor, request.cityId)) return missing;
  if (!isOpen(request) && request.stage !== 'unproven') return because('mandates:request-over');
  return request.personId === actor.personId ? because('mandates:own-request') : undefined;
}

interface Held {
  readonly personId: string;
  readonly cityId: string;
  readonly isOver: boolean;
}

/** That somebody else has left: a colleague or staff may say so. One's own mandate is laid down, not reported. */
export function whyNotReport(actor: Actor, held: Held): Reason | undefined {
  if (!isOfCity(actor, held.cityId) && whyNotKeep(actor)) return missing;
  if (held.personId === actor.personId) return because('mandates:lay-down-instead');
  return held.isOver ? because('mandates:mandate-over') : undefined;
}

export function whyNotLayDown(actor: Actor, held: Held): Reason | undefined {
  if (held.personId !== actor.personId) return missing;
  return held.isOver ? because('mandates:mandate-over') : undefined;
}

export function whyNotEnd(actor: Actor, held: Held, now: Date): Reason | undefined {
  const reason = whyNotKeep(actor);
  if (reason) return reason;
  if (held.personId === actor.personId) return because('mandates:own-request');
  if (held.isOver) return because('mandates:mandate-over');
  return isSteppedUp(actor, now) ? undefined : stepUp;
}
