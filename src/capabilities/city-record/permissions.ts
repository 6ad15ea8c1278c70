import { type Actor, citiesOf, hasRole, isSecretariat, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';
import type { Audience } from './rules/audience.ts';

/** Who writes on a city's behalf, saying how they know. */
export const writersForCities = ['staff-support', 'director'] as const satisfies readonly Role[];
export const citySpeakers = [
  'city-focal-point',
  'city-certifier',
  'mayor',
] as const satisfies readonly Role[];

const missing = because('platform:permission-missing');

export function isOfCity(actor: Actor, cityId: string): boolean {
  return citiesOf(actor, ...citySpeakers).includes(cityId);
}

export function whyNotRead(actor: Actor, cityId: string): Reason | undefined {
  return isOfCity(actor, cityId) || isSecretariat(actor) ? undefined : missing;
}

/** Who tells, confirms, withdraws: the city's own people, or staff on its behalf. */
export function whyNotSay(actor: Actor, cityId: string): Reason | undefined {
  return isOfCity(actor, cityId) || hasRole(actor, ...writersForCities) ? undefined : missing;
}

/** Bringing facts of many cities in from a file. */
export function whyNotWriteForCities(actor: Actor): Reason | undefined {
  return hasRole(actor, ...writersForCities) ? undefined : missing;
}

/** Staff would not see it again, so they may not write it. */
export function whyNotKeepToCity(actor: Actor, cityId: string, audience: Audience): Reason | undefined {
  return audience === 'city' && !isOfCity(actor, cityId)
    ? because('city-record:staff-cannot-hide')
    : undefined;
}
