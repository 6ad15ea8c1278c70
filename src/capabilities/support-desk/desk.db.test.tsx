import { afterAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { someone } from '../../../tests/support/world.ts';
import { loadTemplates } from './actions/templates.ts';
import { aCase, aDeskPerson, caseOf, sentMail, tokenFor } from './builders.ts';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes } from './pages/workspace/routes.tsx';
import { deskScene } from './builders-scene.ts';

const { world, worker, cityId, amina, close } = await deskScene();
const bruno = await aDeskPerson(worker, 'Bruno', 'bruno@mmc.example');
await worker.db.transaction().execute(loadTemplates);
afterAll(close);

const desk = (path: string, form?: Record<string, string>, actor = amina) =>
  visitPage(world, routes, { actor, path: `/workspace/support${path}`, ...(form ? { form } : {}) });
const version = async (reference: string) => String((await caseOf(worker, reference)).version);

describe('a case on the desk', () => {
  it('is answered on the web: the city gets a mail in its language that continues the thread, and it counts as answered', async () => {
    const opened = await aCase(world, worker, { cityId, language: 'es' });
    expect(opened.firstReplyAt).toBeNull();
    const page = await desk(`/cases/${opened.id}/replies`, {
      version: String(opened.version),
      body: 'Look at Dakar.',
      next: 'waiting-city',
    });
    expect(page.status).toBe(303);
    const after = await caseOf(worker, opened.reference);
    expect(after).toMatchObject({ stage: 'waiting-city', assigneeId: amina.personId });
    expect(after.firstReplyAt).not.toBeNull();
    expect(after.remindOn).not.toBeNull();
    const mail = (await sentMail(worker)).at(-1);
    expect(mail).toMatchObject({ to: 'clerk@kenema.example', language: 'es' });
    expect(mail?.subject).toContain(opened.reference);
    expect(mail?.body).toContain('Look at Dakar.');
    const thread = await visitPage(world, publicRoutes, {
      path: `/ask/thread/${await tokenFor(worker, opened.id)}`,
    });
    expect(thread.text).toContain('Look at Dakar.');
  });

  it('wakes when the city writes, from every stage in which the rule says so', async () => {
    for (const stage of ['waiting-city', 'waiting-partner', 'resolved', 'closed'] as const) {
      const opened = await aCase(world, worker, { cityId });
      const over =
        stage === 'resolved' || stage === 'closed' ? { outcome: 'answered', resolved_at: new Date() } : {};
      await worker.db
        .updateTable('support_desk.support_case')
        .set({ stage, ...over })
        .where('id', '=', opened.id)
        .execute();
      await visitPage(world, publicRoutes, {
        path: `/ask/thread/${await tokenFor(worker, opened.id)}/messages`,
        form: { body: 'Still here' },
      });
      expect((await caseOf(worker, opened.reference)).stage, stage).toBe('open');
    }
  });

  it('refuses the late second tab, keeps what was typed and shows what came meanwhile', async () => {
    const opened = await aCase(world, worker, { cityId });
    const seen = String(opened.version);
    await visitPage(world, publicRoutes, {
      path: `/ask/thread/${await tokenFor(worker, opened.id)}/messages`,
      form: { body: 'It is solved!' },
    });
    const page = await desk(`/cases/${opened.id}/replies`, {
      version: seen,
      body: 'My long answer',
      next: 'open',
    });
    expect(page.status).toBe(409);
    expect(page.text).toContain('My long answer');
    expect(page.text).toContain('It is solved!');
    const again = page.document.querySelector('#reply input[name=version]')?.getAttribute('value') ?? '';
    expect(
      (await desk(`/cases/${opened.id}/replies`, { version: again, body: 'My long answer', next: 'open' }))
        .status,
    ).toBe(303);
    expect(
      (
        await desk(`/cases/${opened.id}/triage`, {
          version: seen,
          subject: 'x',
          topic: 'health',
          urgency: 'soon',
          language: 'fr',
          city: '',
          dueOn: '',
        })
      ).status,
    ).toBe(409);
  });

  it('is sorted and assigned, with reasons for each suggestion', async () => {
    const opened = await aCase(world, worker, { cityId, language: 'fr' });
    await desk('/skills', { languages: 'fr', topics: 'housing', awayUntil: '' }, bruno);
    const page = await desk(`/cases/${opened.id}/triage`);
    const first = page.document.querySelector('#assignment .choice');
    expect(first?.textContent).toContain('Bruno');
    expect(first?.textContent).toContain('French');
    expect(
      (
        await desk(`/cases/${opened.id}/assignment`, {
          version: await version(opened.reference),
          assignee: bruno.personId ?? '',
        })
      ).status,
    ).toBe(303);
    expect(await caseOf(worker, opened.reference)).toMatchObject({
      assigneeId: bruno.personId,
      stage: 'open',
    });
    const form = {
      version: await version(opened.reference),
      subject: 'Homes',
      topic: 'health',
      urgency: 'soon',
      language: 'ar',
      city: cityId,
      dueOn: '2026-12-01',
    };
    expect((await desk(`/cases/${opened.id}/triage`, form)).status).toBe(303);
    expect(await caseOf(worker, opened.reference)).toMatchObject({
      topic: 'health',
      urgency: 'soon',
      language: 'ar',
      subject: 'Homes',
      dueOn: '2026-12-01',
    });
    const stranger = someone('staff-support');
    expect(
      (
        await desk(`/cases/${opened.id}/assignment`, {
          version: await version(opened.reference),
          assignee: stranger.personId ?? '',
        })
      ).status,
    ).toBe(422);
  });

  it('starts a reply from a text of the desk in the city’s language', async () => {
    const opened = await aCase(world, worker, { cityId, language: 'fr' });
    const page = await desk(`/cases/${opened.id}?template=closing`);
    expect(page.document.querySelector('#reply textarea')?.textContent).toContain(
      'Nous pensons avoir répondu',
    );
  });

  it('is moved only as its stage allows', async () => {
    const opened = await aCase(world, worker, { cityId });
    const page = await desk(`/cases/${opened.id}/stage`, { version: String(opened.version), move: 'close' });
    expect(page.status).toBe(422);
    expect(problemsOn(page)[0]).toContain('Look at the case again');
    expect(
      (await desk(`/cases/${opened.id}/stage`, { version: String(opened.version), move: 'set-aside' }))
        .status,
    ).toBe(303);
    expect((await caseOf(worker, opened.reference)).stage).toBe('set-aside');
  });

  it('is worked by nobody else of the secretariat, who read it', async () => {
    const opened = await aCase(world, worker, { cityId });
    const fund = someone('staff-fund');
    expect((await desk(`/cases/${opened.id}`, undefined, fund)).status).toBe(200);
    expect(
      (await desk(`/cases/${opened.id}/replies`, { version: '1', body: 'x', next: 'open' }, fund)).status,
    ).toBe(404);
    expect((await desk('/tray', undefined, fund)).status).toBe(404);
    expect((await desk('', undefined, someone('city-focal-point', { cityId }))).status).toBe(404);
    expect((await desk('', undefined, someone('director', { assurance: 'mailed-code' }))).status).toBe(303);
  });
});
