import type { CalendarDate } from './calendar-date.ts';

/** What a person may be, for an interval, granted by someone. `anonymous` is the absence of all. */
export const roles = [
  'city-focal-point',
  'city-certifier',
  'mayor',
  'reviewer',
  'board-member',
  'partner',
  'funder',
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'finance',
  'director',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Roles of the secretariat: they see the workspace. */
export const secretariatRoles = [
  'staff-support',
  'staff-diplomacy',
  'staff-fund',
  'staff-communications',
  'finance',
  'director',
  'administrator',
] as const satisfies readonly Role[];

/** Roles held for one city: the grant names it. */
export const cityRoles = ['city-focal-point', 'city-certifier', 'mayor'] as const satisfies readonly Role[];

export interface RoleHeld {
  readonly role: Role;
  readonly cityId: string | null;
  readonly organisationId: string | null;
  readonly until: CalendarDate | null;
}

/** How a session was opened. A mailed code opens drafts only; it never signs, votes, submits or pays. */
export type Assurance = 'none' | 'mailed-code' | 'trial-link' | 'passphrase' | 'passkey';

/** Who is asking, as of this request: the roles are those that hold today. */
export interface Actor {
  readonly personId: string | null;
  readonly name: string;
  readonly roles: readonly RoleHeld[];
  readonly assurance: Assurance;
  readonly sessionId: string | null;
  /** When the person last proved a second time that it is them; acts of weight ask for it within 15 minutes. */
  readonly steppedUpAt: Date | null;
}

export const anonymous: Actor = {
  personId: null,
  name: '',
  roles: [],
  assurance: 'none',
  sessionId: null,
  steppedUpAt: null,
};

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.roles.some((held) => wanted.includes(held.role));
}

export function isSecretariat(actor: Actor): boolean {
  return hasRole(actor, ...secretariatRoles);
}

/** Cities the actor may act for in any of the given roles (all city roles unless told). */
export function citiesOf(actor: Actor, ...wanted: readonly Role[]): string[] {
  const counted: readonly Role[] = wanted.length > 0 ? wanted : cityRoles;
  const cities = actor.roles.flatMap((held) =>
    held.cityId && counted.includes(held.role) ? [held.cityId] : [],
  );
  return [...new Set(cities)];
}
