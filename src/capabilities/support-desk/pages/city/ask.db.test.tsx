import { afterAll, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../../../tests/support/world.ts';
import { languages } from '../../../../kernel/language.ts';
import { aCity } from '../../../city-registry/builders.ts';
import { aPerson } from '../../../people/builders.ts';
import { routes } from './routes.tsx';

const world = await testWorld();
const worker = asWorker(world);
afterAll(() => world.close());

it('asks a signed-in city for its question only, and for nothing that is known', async () => {
  const city = await aCity(worker.db, { name: 'Known' });
  const personId = await aPerson(worker, { email: 'focal@example.org' });
  const actor = someone('city-focal-point', { personId, cityId: city.id });
  const open = (form?: Record<string, string>) =>
    visitPage(world, routes, { actor, path: '/portal/ask', ...(form ? { form } : {}) });
  const page = await open();
  for (const known of ['name', 'email', 'role', 'language'])
    expect(page.document.querySelector(`form [name=${known}]`)).toBeNull();
  expect(page.document.querySelector('.page-head')?.textContent).toContain('focal@example.org');
  expect(
    problemsOn(await open({ city: city.id, topic: '', subject: '', body: '', urgency: 'normal' })),
  ).toHaveLength(3);
  const topic = page.document.querySelectorAll('select[name=topic] option')[1]?.getAttribute('value') ?? '';
  const sent = await open({
    city: city.id,
    topic,
    subject: 'Clinics',
    body: 'Who can help?',
    urgency: 'normal',
  });
  expect(sent.location).toMatch(/^\/ask\/received\?reference=/);
  const asked = await worker.db.selectFrom('support_desk.support_case').selectAll().executeTakeFirstOrThrow();
  expect(asked).toMatchObject({ city_id: city.id, requester_email: 'focal@example.org', subject: 'Clinics' });
  const notTheirs = await open({ city: world.newId(), topic, subject: 'x', body: 'x', urgency: 'normal' });
  expect(notTheirs.status).toBe(422);
  for (const language of languages)
    expect((await visitPage(world, routes, { actor, path: '/portal/ask', language })).status).toBe(200);
});
