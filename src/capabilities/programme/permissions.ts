import { type Actor, citiesOf, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who opens activities and invites cities. */
export const keepers = [
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'director',
] as const satisfies readonly Role[];
/** Who says how much may be asked of a city, and consents to more. */
export const budgetKeepers = ['director'] as const satisfies readonly Role[];
/** Who says for a city that it is too much, when its own people are not at a screen. */
const quietKeepers = ['staff-support', 'director'] as const satisfies readonly Role[];
export const citySpeakers = [
  'city-focal-point',
  'city-certifier',
  'mayor',
] as const satisfies readonly Role[];

const missing = because('platform:permission-missing');

export function mayKeep(actor: Actor): boolean {
  return hasRole(actor, ...keepers);
}

export function whyNotKeep(actor: Actor): Reason | undefined {
  return mayKeep(actor) ? undefined : missing;
}

export function mayBudget(actor: Actor): boolean {
  return hasRole(actor, ...budgetKeepers);
}

export function whyNotBudget(actor: Actor): Reason | undefined {
  return mayBudget(actor) ? undefined : missing;
}

/** The director consents, and never to what they asked for themself. */
export function whyNotConsent(
  actor: Actor,
  exception: { readonly askedBy: string | null },
): Reason | undefined {
  if (!mayBudget(actor)) return missing;
  return exception.askedBy === actor.personId ? because('programme:asker-may-not-consent') : undefined;
}

export function isOfCity(actor: Actor, cityId: string): boolean {
  return citiesOf(actor, ...citySpeakers).includes(cityId);
}

/** An answer to an invitation is the city's own: not even staff give it. */
export function whyNotAnswerFor(actor: Actor, cityId: string): Reason | undefined {
  return isOfCity(actor, cityId) ? undefined : missing;
}

export function maySayQuietFor(actor: Actor, cityId: string): boolean {
  return isOfCity(actor, cityId) || hasRole(actor, ...quietKeepers);
}

export function whyNotSayQuiet(actor: Actor, cityId: string): Reason | undefined {
  return maySayQuietFor(actor, cityId) ? undefined : missing;
}
