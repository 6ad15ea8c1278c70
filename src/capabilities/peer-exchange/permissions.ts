import { type Actor, citiesOf, hasRole, type Role } from '../../kernel/actor.ts';
import { because, type Reason } from '../../kernel/refusal.ts';

/** Who opens rounds, sees whom a city will not meet, and speaks on a city's behalf. */
export const matchMakers = ['staff-support', 'director'] as const satisfies readonly Role[];
export const citySpeakers = [
  'city-focal-point',
  'city-certifier',
  'mayor',
] as const satisfies readonly Role[];

const missing = because('platform:permission-missing');

export function isMatchMaker(actor: Actor): boolean {
  return hasRole(actor, ...matchMakers);
}

export function isOfCity(actor: Actor, cityId: string): boolean {
  return citiesOf(actor, ...citySpeakers).includes(cityId);
}

export function whyNotMatch(actor: Actor): Reason | undefined {
  return isMatchMaker(actor) ? undefined : missing;
}

/** What a city offers, asks, and whom it will not meet: its own people, or staff on its behalf. */
export function whyNotSpeakFor(actor: Actor, cityId: string): Reason | undefined {
  return isMatchMaker(actor) || isOfCity(actor, cityId) ? undefined : missing;
}

/** A yes or no to an introduction is the city's own: not even staff say it. */
export function whyNotAnswerFor(actor: Actor, cityId: string): Reason | undefined {
  return isOfCity(actor, cityId) ? undefined : missing;
}

/** Sessions: the cities of the exchange and staff, once all have said yes. */
export function whyNotMeet(
  actor: Actor,
  exchange: { readonly cityIds: readonly string[]; readonly stage: string },
): Reason | undefined {
  if (!isMatchMaker(actor) && !exchange.cityIds.some((city) => isOfCity(actor, city))) return missing;
  return exchange.stage === 'agreed' ? undefined : because('peer-exchange:not-agreed');
}
