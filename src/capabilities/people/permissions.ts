import { type Actor, cityRoles, hasRole, isSecretariat, type Role } from '../../kernel/actor.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import { isSteppedUp } from '../../platform/permissions/guard.ts';
import { type FactorsHeld, hasWayIn } from './rules/ways-in.ts';

const missing = because('platform:permission-missing');
const stepUp = because('platform:step-up-needed');

function whyNotKeepPeople(actor: Actor, now: Date): Reason | undefined {
  if (!hasRole(actor, 'director', 'administrator')) return missing;
  return isSteppedUp(actor, now) ? undefined : stepUp;
}

/** Whether the actor may bring in a new person, or open the door again for one who has not set up a way in. */
export function whyNotInvite(actor: Actor, now: Date): Reason | undefined {
  return whyNotKeepPeople(actor, now);
}

export interface WantedRole {
  readonly personId: string;
  readonly role: Role;
  readonly cityId: string | null;
  readonly organisationId: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** A role is given by a director or administrator, never to oneself, and never backwards in time. */
export function whyNotGrant(
  actor: Actor,
  wanted: WantedRole,
  now: Date,
  today: CalendarDate,
): Reason | undefined {
  const reason = whyNotKeepPeople(actor, now);
  if (reason) return reason;
  if (wanted.personId === actor.personId) return because('people:not-to-oneself');
  if (wanted.role === 'administrator' && !hasRole(actor, 'administrator'))
    return because('people:administrators-only');
  return whyNotSound(wanted, today);
}

/** A city role out of a verified mandate request: by those who keep mandates; anything else about it is the same. */
export function whyNotGrantOnMandate(
  actor: Actor,
  wanted: WantedRole,
  now: Date,
  today: CalendarDate,
): Reason | undefined {
  if (!keepsMandates(actor) || !isCityRole(wanted.role)) return missing;
  if (!isSteppedUp(actor, now)) return stepUp;
  return wanted.personId === actor.personId ? because('people:not-to-oneself') : whyNotSound(wanted, today);
}

function keepsMandates(actor: Actor): boolean {
  return hasRole(actor, 'staff-support', 'director');
}

function whyNotSound(wanted: WantedRole, today: CalendarDate): Reason | undefined {
  if (isCityRole(wanted.role) !== (wanted.cityId !== null)) return because('people:role-needs-city');
  if (isOrganisationRole(wanted.role) !== (wanted.organisationId !== null))
    return because('people:role-needs-organisation');
  if (wanted.to && wanted.to < wanted.from) return because('people:ends-before-it-begins');
  return wanted.from < today ? because('people:role-in-the-past') : undefined;
}

export function isCityRole(role: Role): boolean {
  return (cityRoles as readonly Role[]).includes(role);
}

export function isOrganisationRole(role: Role): boolean {
  return role === 'partner' || role === 'funder';
}

/** One's own role may be laid down by oneself; a city role ended by who keeps mandates; the last administrator's by nobody. */
export function whyNotEnd(
  actor: Actor,
  held: { readonly personId: string; readonly role: Role; readonly endedAt: Date | null },
  administratorsLeft: number,
  now: Date,
): Reason | undefined {
  if (held.endedAt) return because('people:role-over');
  const isOwn = actor.personId !== null && held.personId === actor.personId;
  const isMine = isOwn || (keepsMandates(actor) && isCityRole(held.role));
  const reason = isMine ? (isSteppedUp(actor, now) ? undefined : stepUp) : whyNotKeepPeople(actor, now);
  if (reason) return reason;
  if (held.role !== 'administrator') return undefined;
  if (!hasRole(actor, 'administrator')) return because('people:administrators-only');
  return administratorsLeft <= 1 ? because('people:last-administrator') : undefined;
}

/** Suspending shuts a person out at their next request. Nobody does it to themself; only administrators to one of theirs. */
export function whyNotSuspend(
  actor: Actor,
  person: { readonly personId: string; readonly roles: readonly Role[] },
  now: Date,
): Reason | undefined {
  const reason = whyNotKeepPeople(actor, now);
  if (reason) return reason;
  if (person.personId === actor.personId) return because('people:not-oneself');
  if (person.roles.includes('administrator') && !hasRole(actor, 'administrator'))
    return because('people:administrators-only');
  return undefined;
}

/**
 * With which proof one may change how one signs in: a fresh one; or, as long as there is no way in at all,
 * an invitation that is still open, for somebody has to set up the first.
 */
export function whyNotChangeWaysIn(
  actor: Actor,
  standing: { readonly factors: FactorsHeld; readonly invitedUntil: Date | null },
  now: Date,
): Reason | undefined {
  if (!actor.personId) return because('people:sign-in-first');
  if (isSteppedUp(actor, now)) return undefined;
  if (hasWayIn(standing.factors)) return stepUp;
  return standing.invitedUntil && standing.invitedUntil > now ? undefined : because('people:invitation-over');
}

export function whyNotEditOrganisations(actor: Actor): Reason | undefined {
  return isSecretariat(actor) && actor.assurance !== 'mailed-code' ? undefined : missing;
}
