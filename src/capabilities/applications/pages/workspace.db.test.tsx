import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../../tests/support/world.ts';
import type { World } from '../../../world.ts';
import { aFundPerson, anApplication, type BegunApplication } from '../builders.ts';
import { askExtension } from '../actions/extension.ts';
import { routes } from './workspace/routes.tsx';

let world: TestWorld;
let worker: World;
let begun: BegunApplication;
beforeAll(async () => {
  world = await testWorld();
  worker = asWorker(world);
  begun = await anApplication(world, worker, { cityName: 'Kenema' });
});
afterAll(() => world.close());

describe('the fund', () => {
  it('lists applications with their progress, filters them, and takes the list along', async () => {
    const actor = await aFundPerson(worker, 'Ada Fund');
    const list = await visitPage(world, routes, { actor, path: '/workspace/applications?state=submitted' });
    expect(list.document.querySelector('tbody')?.textContent).toContain('Kenema');
    const none = await visitPage(world, routes, { actor, path: '/workspace/applications?state=invited' });
    expect(none.text).toContain('No application fits these filters');
    const csv = await visitPage(world, routes, { actor, path: '/workspace/applications.csv' });
    expect(csv.text.split('\r\n')[1]).toContain('Kenema,SL,concept-note,submitted');
    const json = await visitPage(world, routes, { actor, path: '/workspace/applications.json' });
    expect([json.headers.get('access-control-allow-origin'), json.headers.get('cache-control')]).toEqual([
      null,
      'no-store',
    ]);
  });

  it('reads what was sent under the questions of its version, moves it, and answers who asks for time', async () => {
    const actor = await aFundPerson(worker, 'Ben Fund');
    const path = `/workspace/applications/${begun.id}`;
    await askExtension(world, begun.lead, { applicationId: begun.id, reason: 'Elections on Sunday' });
    const page = await visitPage(world, routes, { actor, path });
    expect(page.text).toContain('Safe rooms for newcomers');
    expect(page.text).toContain('Version 1');
    const wrong = await visitPage(world, routes, { actor, path: `${path}/moves`, form: { move: '' } });
    expect([wrong.status, problemsOn(wrong).length]).toEqual([422, 1]);
    await visitPage(world, routes, { actor, path: `${path}/moves`, form: { move: 'begin-screening' } });
    const request = page.document.querySelector('input[name=request]')?.getAttribute('value') ?? '';
    await visitPage(world, routes, {
      actor,
      path: `${path}/extension-answers`,
      form: { request, answer: 'It stays for all.' },
    });
    const after = await visitPage(world, routes, { actor, path });
    expect(after.text).toContain('It stays for all.');
    expect(after.text).toContain('Eligibility check');
  });

  it.each(['staff-support', 'staff-diplomacy', 'partner', 'reviewer', 'mayor'] as const)(
    'alone: %s is refused',
    async (role) => {
      const actor = someone(role, role === 'mayor' ? { cityId: begun.cityId } : {});
      const seen = await visitPage(world, routes, { actor, path: `/workspace/applications/${begun.id}` });
      expect([seen.status, seen.text.includes('Safe rooms')]).toEqual([404, false]);
    },
  );
});
