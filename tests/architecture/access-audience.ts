import type { Role } from '../../src/kernel/actor.ts';

/** Who may enter: everybody, whoever is signed in, or the holders of these roles. */
export type Audience = 'anyone' | 'signed-in' | readonly Role[];

/** The same audience for several routes. */
export function each(audience: Audience, routes: readonly string[]): Record<string, Audience> {
  return Object.fromEntries(routes.map((route) => [route, audience]));
}
