import { afterAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { someone } from '../../../tests/support/world.ts';
import { reading } from '../../platform/database/atomically.ts';
import { aCity } from '../city-registry/builders.ts';
import { aCase, anOrganisation, caseOf, sentMail, tokenFor } from './builders.ts';
import { routes as cityRoutes } from './pages/city/routes.tsx';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes as deskRoutes } from './pages/workspace/routes.tsx';
import { deskScene } from './builders-scene.ts';

const { world, worker, cityId, amina, close } = await deskScene();
const organisation = await anOrganisation(worker);
afterAll(close);

const desk = (path: string, form?: Record<string, string | readonly string[]>) =>
  visitPage(world, deskRoutes, {
    actor: amina,
    path: `/workspace/support${path}`,
    ...(form ? { form } : {}),
  });
const version = async (reference: string) => String((await caseOf(worker, reference)).version);

describe('people who act for a city', () => {
  it('see what was asked in its name and answer it; those of other cities see nothing of it', async () => {
    const opened = await aCase(world, worker, { cityId });
    const { id: otherCity } = await aCity(worker.db, { name: 'Bo' });
    for (const role of ['city-focal-point', 'mayor', 'city-certifier'] as const) {
      const own = await visitPage(world, cityRoutes, {
        actor: someone(role, { cityId }),
        path: `/portal/cases/${opened.id}`,
      });
      expect(own.status, role).toBe(200);
      const other = someone(role, { cityId: otherCity });
      expect(
        (await visitPage(world, cityRoutes, { actor: other, path: `/portal/cases/${opened.id}` })).status,
        role,
      ).toBe(404);
      expect(
        (await visitPage(world, cityRoutes, { actor: other, path: '/portal/cases' })).text,
      ).not.toContain(opened.reference);
      const written = await visitPage(world, cityRoutes, {
        actor: other,
        path: `/portal/cases/${opened.id}/messages`,
        form: { body: 'x' },
      });
      expect(written.status).toBe(404);
    }
    const point = { ...someone('city-focal-point', { cityId }), personId: amina.personId };
    expect(
      (
        await visitPage(world, cityRoutes, {
          actor: point,
          path: `/portal/cases/${opened.id}/messages`,
          form: { body: 'From the portal' },
        })
      ).status,
    ).toBe(303);
    expect((await desk(`/cases/${opened.id}`)).text).toContain('From the portal');
  });

  it('are not made by claiming: a stranger who names a city sees nothing of it', async () => {
    await aCase(world, worker, { cityId, subject: 'canary-real' });
    const claimed = await aCase(world, worker, { cityId, requesterEmail: 'stranger@elsewhere.example' });
    const page = await visitPage(world, publicRoutes, {
      path: `/ask/thread/${await tokenFor(worker, claimed.id)}`,
    });
    expect(page.text).not.toContain('canary-real');
    expect(
      await worker.db.selectFrom('people.role_grant').select('id').where('city_id', '=', cityId).execute(),
    ).toEqual([]);
    expect(claimed.verifiedHow).toBeNull();
    expect((await desk(`/cases/${claimed.id}`)).text).toContain(
      'Not verified that the requester speaks for the city',
    );
  });
});

describe('a partner', () => {
  it('is asked only after the city agreed, sees exactly that, and its answer wakes the case', async () => {
    const opened = await aCase(world, worker, {
      cityId,
      body: 'canary-body',
      requesterName: 'canary-person',
      requesterRole: 'canary-role',
    });
    await desk(`/cases/${opened.id}/notes`, { body: 'canary-note' });
    const ask = async (form: object = {}) =>
      desk(`/cases/${opened.id}/partner-requests`, {
        version: await version(opened.reference),
        organisation,
        contactEmail: 'help@harbour.example',
        language: 'en',
        question: 'Who can help with rooms?',
        ...form,
      });
    expect((await ask()).status).toBe(422);
    const consent = {
      version: await version(opened.reference),
      organisation,
      fields: ['city', 'question', 'name'],
    };
    expect((await desk(`/cases/${opened.id}/consent-requests`, consent)).status).toBe(303);
    expect((await caseOf(worker, opened.reference)).stage).toBe('waiting-city');
    expect((await ask()).status).toBe(422);
    const thread = `/ask/thread/${await tokenFor(worker, opened.id)}`;
    expect((await visitPage(world, publicRoutes, { path: thread })).text).toContain('Harbour Aid');
    // Only what was asked for can be agreed to, whatever is sent.
    const agreed = { organisation, agreed: ['city', 'question', 'email'], answer: 'agree' };
    expect((await visitPage(world, publicRoutes, { path: `${thread}/consent`, form: agreed })).status).toBe(
      303,
    );
    expect((await caseOf(worker, opened.reference)).stage).toBe('open');
    expect((await ask()).status).toBe(303);
    expect((await caseOf(worker, opened.reference)).stage).toBe('waiting-partner');

    const mail = (await sentMail(worker)).at(-1);
    expect(mail?.to).toBe('help@harbour.example');
    for (const canary of ['canary-person', 'canary-body', 'Kenema', opened.reference])
      expect(mail?.body).not.toContain(canary);
    const path = `/ask/partner/${/\/ask\/partner\/([\w-]{43})/.exec(mail?.body ?? '')?.[1]}`;
    const page = await visitPage(world, publicRoutes, { path });
    expect(page.text).toContain('canary-body');
    expect(page.text).toContain('Kenema');
    for (const hidden of [
      'canary-person',
      'canary-role',
      'canary-note',
      'clerk@kenema.example',
      opened.reference,
    ])
      expect(page.text).not.toContain(hidden);
    expect(
      (
        await visitPage(world, publicRoutes, {
          path: `${path}/replies`,
          form: { from: 'Rosa', body: 'We can.' },
        })
      ).status,
    ).toBe(303);
    expect((await caseOf(worker, opened.reference)).stage).toBe('open');
    expect((await desk(`/cases/${opened.id}`)).text).toContain('We can.');
    expect((await visitPage(world, publicRoutes, { path: thread })).text).not.toContain('We can.');
  });

  it('with the role sees its own organisation’s requests and never a case', async () => {
    const partner = someone('partner', { organisationId: organisation });
    const other = someone('partner', { organisationId: await anOrganisation(worker, 'Elsewhere') });
    const list = await visitPage(world, cityRoutes, { actor: partner, path: '/portal/partner-requests' });
    expect(list.text).toContain('Who can help with rooms?');
    expect(
      (await visitPage(world, cityRoutes, { actor: other, path: '/portal/partner-requests' })).text,
    ).not.toContain('Who can help with rooms?');
    for (const actor of [partner, other])
      expect(
        await reading(world, actor, (tx) => tx.selectFrom('support_desk.support_case').selectAll().execute()),
      ).toEqual([]);
  });
});
