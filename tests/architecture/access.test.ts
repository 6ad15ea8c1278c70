import { describe, expect, it } from 'vitest';
import { type Actor, anonymous, type Role, roles } from '../../src/kernel/actor.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { surfaces } from '../../src/wiring/surfaces.ts';
import type { Audience } from './access-audience.ts';
import { expectations } from './access-expectations.ts';

const now = new Date('2026-11-21T12:00:00Z');
const routes = surfaces.flatMap((surface) => surface.routes);

/** Everybody who may knock: nobody signed in, each role, and a director whose mailed code opens drafts only. */
const visitors: readonly (readonly [name: string, actor: Actor])[] = [
  ['anonymous', anonymous],
  ...roles.map((role) => [role, holding(role)] as const),
  ['director by mailed code', { ...holding('director'), assurance: 'mailed-code' }],
  ['signed in without a role', { ...holding('director'), roles: [] }],
];

function holding(role: Role): Actor {
  return {
    ...anonymous,
    personId: '00000000-0000-7000-8000-000000000001',
    roles: [{ role, cityId: null, organisationId: null, until: null }],
    assurance: 'passkey',
    steppedUpAt: now,
  };
}

const nameOf = (route: Route) => `${route.method} ${route.path}`;

function mayEnter(audience: Audience, name: string, actor: Actor): boolean {
  if (audience === 'anyone') return true;
  if (name === 'anonymous') return false;
  if (audience === 'signed-in') return true;
  return actor.assurance !== 'mailed-code' && actor.roles.some(({ role }) => audience.includes(role));
}

describe('the access matrix', () => {
  it('sees every route', () => {
    console.log(
      `access matrix: ${routes.length} routes x ${visitors.length} visitors = ${routes.length * visitors.length} cells`,
    );
    expect(routes.length).toBeGreaterThan(60);
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length);
  });

  it('has a written expectation for every route, and none for a route that is gone', () => {
    expect(
      routes
        .map(nameOf)
        .filter((name) => !(name in expectations))
        .toSorted(),
    ).toEqual([]);
    expect(
      Object.keys(expectations).filter((name) => !routes.some((route) => nameOf(route) === name)),
    ).toEqual([]);
  });

  it.each(visitors)('admits %s where written and nowhere else', (name, actor) => {
    const wrong = routes.filter((route) => {
      const audience = expectations[nameOf(route)];
      return audience && (route.guard.admits(actor, now) === 'yes') !== mayEnter(audience, name, actor);
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('asks for the session wherever it looks at the actor, so that no page trusts an empty one', () => {
    const blind = routes.filter(
      (route) => !route.guard.looksAtActor && expectations[nameOf(route)] !== 'anyone',
    );
    expect(blind.map(nameOf)).toEqual([]);
  });

  it('would report a route without an expectation (planted fault)', () => {
    const planted: Pick<Route, 'method' | 'path'> = { method: 'POST', path: '/workspace/planted' };
    expect(`${planted.method} ${planted.path}` in expectations).toBe(false);
  });
});
