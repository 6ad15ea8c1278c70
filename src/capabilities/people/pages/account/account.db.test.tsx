import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, type TestWorld, testWorld } from '../../../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../../../kernel/actor.ts';
import { languages } from '../../../../kernel/language.ts';
import { identify } from '../../actions/identify.ts';
import { aPerson, aSession, amasPassphrase, setUpPassphrase } from '../../builders.ts';
import { softPasskey } from '../../soft-passkey.ts';
import { routes } from './routes.tsx';

describe('one’s own account', () => {
  let world: TestWorld;
  let actor: Actor;
  let personId: string;
  beforeAll(async () => {
    world = await testWorld();
  });
  beforeEach(async () => {
    personId = await aPerson(asWorker(world), { email: `ama-${world.newId()}@city.example` });
    ({ actor } = await aSession(asWorker(world), personId));
  });
  afterAll(() => world.close());

  const open = (path: string, as = actor) => visitPage(world, routes, { path, actor: as });
  const send = (path: string, form: Record<string, string> = {}, as = actor) =>
    visitPage(world, routes, { path, form, actor: as });
  const pages = [
    '/account',
    '/account/passkeys',
    '/account/passphrase',
    '/account/authenticator',
    '/account/printed-codes',
  ];

  it.each(pages)('asks a stranger to sign in before %s', async (path) => {
    expect((await open(path, anonymous)).location).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
  });

  it('asks for a fresh proof before every change, and leads back there', async () => {
    await setUpPassphrase(asWorker(world), personId);
    const tired = { ...actor, steppedUpAt: null };
    for (const path of pages.slice(1)) {
      const proof = `/step-up?to=${encodeURIComponent(path)}`;
      expect([(await open(path, tired)).location, (await send(path, {}, tired)).location]).toEqual([
        proof,
        proof,
      ]);
    }
  });

  it.each(languages)('speaks %s', async (language) => {
    for (const path of pages) {
      const page = await visitPage(world, routes, { path, actor, language });
      expect([page.status, page.document.querySelectorAll('h1').length]).toEqual([200, 1]);
      expect(page.text).not.toMatch(/people:|undefined|\{\w+/);
    }
  });

  it('shows an app’s secret as a picture and as text, and links it by its digits', async () => {
    const page = await open('/account/authenticator');
    expect(page.document.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('QR');
    expect(page.document.querySelector('code')?.textContent).toMatch(/^([A-Z2-7]{4} ?){8}$/);
    expect(page.text).not.toContain('style=');
    const sealed = page.document.querySelector('input[name=sealed]')?.getAttribute('value') ?? '';
    const again = await send('/account/authenticator', { sealed, code: '000000' });
    expect(again.status).toBe(422);
    expect(again.document.querySelector('code')?.textContent).toBe(
      page.document.querySelector('code')?.textContent,
    );
  });

  it('says both problems of a passphrase at its fields, and never shows what was typed', async () => {
    const page = await send('/account/passphrase', { passphrase: 'mangoes', again: 'papayas' });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(1);
    const short = await send('/account/passphrase', { passphrase: 'mangoes', again: 'mangoes' });
    expect(problemsOn(short)[0]).toContain('15');
    expect(page.text + short.text).not.toMatch(/mangoes|papayas/);
  });

  it('leads from the passphrase to its code, when there is none yet', async () => {
    const saved = await send('/account/passphrase', { passphrase: amasPassphrase, again: amasPassphrase });
    expect(saved.location).toBe('/account/authenticator');
  });

  it('shows ten printed codes in answer to the press, and never again', async () => {
    const shown = await send('/account/printed-codes');
    const codes = [...shown.document.querySelectorAll('li code')].map((code) => code.textContent);
    expect(new Set(codes).size).toBe(10);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const later = await open('/account/printed-codes');
    expect(codes.some((code) => later.text.includes(code))).toBe(false);
    expect(later.text).toContain('10 codes left');
  });

  it('adds and removes a passkey where the site has a name', async () => {
    const named = { ...world, config: { ...world.config, publicUrl: 'http://localhost' } };
    const page = await visitPage(named, routes, { path: '/account/passkeys', actor });
    const options = page.document.querySelector('passkey-button')?.getAttribute('data-options') ?? '{}';
    const { challenge } = JSON.parse(options) as { challenge: string };
    const response = softPasskey().make({ challenge, origin: 'http://localhost', party: 'localhost' });
    const form = { response, name: 'Office computer' };
    const added = await visitPage(named, routes, { path: '/account/passkeys', form, actor });
    expect(added.location).toBe('/account/passkeys');
    const list = await visitPage(named, routes, { path: '/account/passkeys', actor });
    expect(list.document.querySelector('tbody th')?.textContent).toBe('Office computer');
    const removal = list.document.querySelector('tbody form')?.getAttribute('action') ?? '';
    const last = await visitPage(named, routes, { path: removal, form: {}, actor });
    expect([last.status, problemsOn(last).length]).toEqual([422, 1]);
  });

  it('hides the passkey form without a script, and says what else there is', async () => {
    const named = { ...world, config: { ...world.config, publicUrl: 'http://localhost' } };
    const page = await visitPage(named, routes, { path: '/account/passkeys', actor });
    expect(page.document.querySelector('passkey-button form')?.parentElement?.hasAttribute('hidden')).toBe(
      true,
    );
    expect(page.document.querySelector('passkey-button noscript')).not.toBeNull();
    const cancelled = await visitPage(named, routes, {
      path: '/account/passkeys',
      form: { response: '', name: 'x' },
      actor,
    });
    expect(problemsOn(cancelled)).toHaveLength(1);
  });

  it('lists sessions, marks this one, and ends another', async () => {
    const other = await aSession(asWorker(world), personId);
    const page = await open('/account');
    expect(page.document.querySelectorAll('form[action$="/revocation"]')).toHaveLength(2);
    expect(page.text).not.toContain(`sessions/${actor.sessionId}/revocation`);
    await send(`/account/sessions/${other.id}/revocation`);
    const request = new Request('http://localhost/', { headers: { cookie: other.cookie } });
    expect((await identify(world, request)).personId).toBeNull();
    expect((await send('/account/sessions/nonsense/revocation')).status).toBe(404);
  });

  it('keeps language and time zone, and refuses one that does not exist', async () => {
    expect((await send('/account/settings', { language: 'fr', timeZone: 'Africa/Freetown' })).location).toBe(
      '/account',
    );
    const wrong = await send('/account/settings', { language: 'xx', timeZone: 'Moon/Base' });
    expect([wrong.status, problemsOn(wrong).length]).toEqual([422, 2]);
    const page = await open('/account');
    expect(page.document.querySelector('option[selected][value="Africa/Freetown"]')).not.toBeNull();
  });

  it('says that a session by mailed code opens drafts only, and what to do about it', async () => {
    const weak = { ...actor, assurance: 'mailed-code' as const, steppedUpAt: null };
    expect((await open('/account', weak)).document.querySelector('.notice')?.textContent).toContain(
      'drafts only',
    );
    expect((await open('/account/passphrase', weak)).status).toBe(403);
  });
});
