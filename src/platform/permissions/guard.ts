import { type Actor, hasRole, isSecretariat, type Role } from '../../kernel/actor.ts';

/** What a guard says of an actor before the page is even begun. `sign-in` and `step-up` lead to a page that mends it. */
export type Admission = 'yes' | 'sign-in' | 'step-up' | 'no';

/** The first wall at the door of a route. The second is row-level security in the database. */
export interface Guard {
  readonly name: string;
  /** False for pages that are the same for all: no session is looked up. */
  readonly looksAtActor: boolean;
  admits(actor: Actor, now: Date): Admission;
}

/** The same page for everybody; the session is not looked at. */
export const anyone: Guard = { name: 'anyone', looksAtActor: false, admits: () => 'yes' };

/** Open to all, but the page may greet who is signed in. */
export const visitors: Guard = { name: 'visitors', looksAtActor: true, admits: () => 'yes' };

export const signedIn: Guard = {
  name: 'signed-in',
  looksAtActor: true,
  admits: (actor) => (actor.personId ? 'yes' : 'sign-in'),
};

/** Mailed codes open drafts only: pages of power want a session opened with something the person holds or knows. */
function admitted(actor: Actor, allowed: boolean): Admission {
  if (!actor.personId) return 'sign-in';
  if (!allowed) return 'no';
  return actor.assurance === 'mailed-code' ? 'step-up' : 'yes';
}

export const secretariat: Guard = {
  name: 'secretariat',
  looksAtActor: true,
  admits: (actor) => admitted(actor, isSecretariat(actor)),
};

/** Those who hold at least one of the roles today. */
export function holders(...roles: readonly Role[]): Guard {
  return {
    name: roles.join('|'),
    looksAtActor: true,
    admits: (actor) => admitted(actor, hasRole(actor, ...roles)),
  };
}

export const stepUpMinutes = 15;

export function isSteppedUp(actor: Actor, now: Date): boolean {
  return actor.steppedUpAt !== null && now.getTime() - actor.steppedUpAt.getTime() <= stepUpMinutes * 60_000;
}

/** The same guard, for acts of weight: the person proved again within 15 minutes that it is them. */
export function withStepUp(guard: Guard): Guard {
  return {
    name: `${guard.name}+step-up`,
    looksAtActor: true,
    admits: (actor, now) => {
      const admission = guard.admits(actor, now);
      return admission === 'yes' && !isSteppedUp(actor, now) ? 'step-up' : admission;
    },
  };
}
