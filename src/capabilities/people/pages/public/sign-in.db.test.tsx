import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../../../tests/support/world.ts';
import { roles } from '../../../../kernel/actor.ts';
import { createTrialLinks } from '../../actions/create-trial-links.ts';
import { identify } from '../../actions/identify.ts';
import { aPerson, aSession } from '../../builders.ts';
import { routes } from './routes.tsx';

describe('ways in and out', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const cookieOf = (page: { headers: Headers }) => page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const actorOf = (cookie: string) =>
    identify(world, new Request('http://localhost/', { headers: { cookie } }));
  const linkOf = async (role: string) =>
    (await createTrialLinks(asWorker(world))).find((link) => link.role === role)?.path ?? '';

  it('has a trial person and link for every role, and makes the persons once', async () => {
    const first = await createTrialLinks(asWorker(world));
    const second = await createTrialLinks(asWorker(world));
    expect(first.map(({ role }) => role)).toEqual(roles);
    expect(new Set([...first, ...second].map(({ path }) => path)).size).toBe(2 * roles.length);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from people.account where trial`.execute(world.databases.worker.database);
    expect(rows[0]?.n).toBe(roles.length);
  });

  it('opens a trial link by a button, once; opening the page uses nothing up', async () => {
    const path = await linkOf('director');
    for (let opened = 0; opened < 3; opened++) {
      const page = await visitPage(world, routes, { path });
      expect(page.document.querySelector('button')?.textContent).toBe('Sign in as Trial director');
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
    const pressed = await visitPage(world, routes, { path, form: {} });
    expect([pressed.status, pressed.location]).toEqual([303, '/start']);
    const actor = await actorOf(cookieOf(pressed));
    expect(actor).toMatchObject({ name: 'Trial director', assurance: 'trial-link', steppedUpAt: null });
    expect(actor.roles.map(({ role }) => role)).toEqual(['director']);
    expect((await visitPage(world, routes, { path, form: {} })).status).toBe(410);
    expect((await visitPage(world, routes, { path })).status).toBe(410);
  });

  it('ends earlier links when new ones are made', async () => {
    const earlier = await linkOf('finance');
    await linkOf('finance');
    expect((await visitPage(world, routes, { path: earlier, form: {} })).status).toBe(410);
  });

  it('knows no trial link in live mode', async () => {
    const path = await linkOf('mayor');
    const live = { ...world, config: { ...world.config, mode: 'live' as const } };
    expect((await visitPage(live, routes, { path, form: {} })).status).toBe(410);
    expect(await createTrialLinks({ ...asWorker(world), config: live.config })).toEqual([]);
  });

  it('gives a new session, whatever session the browser came with, which is then over', async () => {
    const personId = await aPerson(asWorker(world));
    const former = await aSession(asWorker(world), personId);
    const path = await linkOf('reviewer');
    const pressed = await visitPage(world, routes, { path, form: {}, actor: former.actor });
    expect(cookieOf(pressed)).not.toContain(former.token);
    expect((await actorOf(former.cookie)).personId).toBeNull();
  });

  it('steps a trial session up by a button that says it is a trial, under a new token', async () => {
    const pressed = await visitPage(world, routes, { path: await linkOf('funder'), form: {} });
    const cookie = cookieOf(pressed);
    const actor = await actorOf(cookie);
    const page = await visitPage(world, routes, { path: '/step-up?to=/workspace/people', actor });
    expect(page.text).toContain('trial link');
    const up = await visitPage(world, routes, {
      path: '/step-up/trial',
      form: { to: '/workspace/people' },
      actor,
    });
    expect(up.location).toBe('/workspace/people');
    expect((await actorOf(cookieOf(up))).steppedUpAt).toBeInstanceOf(Date);
    expect((await actorOf(cookie)).personId).toBeNull();
  });

  it('steps nobody up by that button who came in another way, or in live mode', async () => {
    const personId = await aPerson(asWorker(world));
    const { actor } = await aSession(asWorker(world), personId, {
      assurance: 'mailed-code',
      steppedUp: false,
    });
    expect((await visitPage(world, routes, { path: '/step-up/trial', form: {}, actor })).status).toBe(403);
    const live = { ...world, config: { ...world.config, mode: 'live' as const } };
    const trial = { ...actor, assurance: 'trial-link' as const };
    expect((await visitPage(live, routes, { path: '/step-up/trial', form: {}, actor: trial })).status).toBe(
      403,
    );
  });

  it('signs out: the session is over, the cookie gone', async () => {
    const personId = await aPerson(asWorker(world));
    const { actor, cookie } = await aSession(asWorker(world), personId);
    const page = await visitPage(world, routes, { path: '/sign-out', form: {}, actor });
    expect(page.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await actorOf(cookie)).personId).toBeNull();
  });

  it('says all that is wrong with a form at once, and never repeats the passphrase', async () => {
    const page = await visitPage(world, routes, {
      path: '/sign-in',
      form: { email: 'nobody', passphrase: 'three mangoes on a blue bus', code: '' },
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(2);
    expect(page.text).not.toContain('mangoes');
  });

  it('speaks Arabic', async () => {
    const page = await visitPage(world, routes, { path: '/sign-in', language: 'ar' });
    expect(page.document.querySelector('h1')?.textContent).toBe('تسجيل الدخول');
  });
});
