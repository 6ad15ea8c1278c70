import { afterAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { aCity } from '../city-registry/builders.ts';
import { loadTemplates } from './actions/templates.ts';
import { aCase, caseOf, sentMail, tokenFor } from './builders.ts';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes } from './pages/workspace/routes.tsx';
import { deskScene } from './builders-scene.ts';

const { world, worker, cityId, amina, close } = await deskScene();
await worker.db.transaction().execute(loadTemplates);
afterAll(close);

const desk = (path: string, form?: Record<string, string>, actor = amina) =>
  visitPage(world, routes, { actor, path: `/workspace/support${path}`, ...(form ? { form } : {}) });
const version = async (reference: string) => String((await caseOf(worker, reference)).version);

describe('a resolved case', () => {
  it('tells the city, asks two questions once, and announces what came of it', async () => {
    const opened = await aCase(world, worker, { cityId });
    const form = { version: String(opened.version), outcome: 'answered', note: 'See the guide on rooms.' };
    expect((await desk(`/cases/${opened.id}/outcome`, form)).status).toBe(303);
    expect(await caseOf(worker, opened.reference)).toMatchObject({ stage: 'resolved', outcome: 'answered' });
    const event = await worker.db
      .selectFrom('platform.event')
      .selectAll()
      .where('kind', '=', 'case-resolved')
      .orderBy('at', 'desc')
      .executeTakeFirst();
    expect(event?.payload).toMatchObject({ caseId: opened.id, cityId, outcome: 'answered' });
    const path = `/ask/survey/${await tokenFor(worker, opened.id, 'survey')}`;
    expect((await sentMail(worker)).at(-1)?.body).toContain(path);
    expect((await visitPage(world, publicRoutes, { path, form: { helped: '', ease: '9' } })).status).toBe(
      422,
    );
    expect((await visitPage(world, publicRoutes, { path, form: { helped: 'yes', ease: '4' } })).status).toBe(
      303,
    );
    expect((await visitPage(world, publicRoutes, { path, form: { helped: 'no', ease: '1' } })).status).toBe(
      409,
    );
    expect((await visitPage(world, publicRoutes, { path })).text).toContain('Thank you');
    expect((await desk('/response')).text).toContain('1 city answered');
  });

  it('is an engagement of its city only once somebody has verified who asked, and only one', async () => {
    const opened = await aCase(world, worker, { cityId });
    const engagements = () =>
      worker.db
        .selectFrom('city_registry.engagement')
        .selectAll()
        .where('record_id', '=', opened.id)
        .execute();
    await desk(`/cases/${opened.id}/outcome`, {
      version: String(opened.version),
      outcome: 'connected-peer',
      note: 'Met Dakar.',
    });
    expect(await engagements()).toHaveLength(0);
    expect(
      (
        await desk(`/cases/${opened.id}/verification`, {
          version: await version(opened.reference),
          how: 'Called the town hall',
        })
      ).status,
    ).toBe(303);
    expect(await engagements()).toMatchObject([
      { kind: 'support-received', city_id: cityId, visibility: 'staff', record_capability: 'support-desk' },
    ]);
    await desk(`/cases/${opened.id}/stage`, { version: await version(opened.reference), move: 'reopen' });
    await desk(`/cases/${opened.id}/outcome`, {
      version: await version(opened.reference),
      outcome: 'answered',
      note: 'Again.',
    });
    expect(await engagements()).toHaveLength(1);
  });

  it('is no engagement when nobody could help', async () => {
    const opened = await aCase(world, worker, { cityId });
    await desk(`/cases/${opened.id}/verification`, {
      version: await version(opened.reference),
      how: 'Called',
    });
    await desk(`/cases/${opened.id}/outcome`, {
      version: await version(opened.reference),
      outcome: 'no-help-possible',
      note: 'Sorry.',
    });
    expect(
      await worker.db
        .selectFrom('city_registry.engagement')
        .select('id')
        .where('record_id', '=', opened.id)
        .execute(),
    ).toEqual([]);
  });
});

describe('a question asked twice', () => {
  it('goes on in one case, keeps both threads, and each person sees only their own', async () => {
    const first = await aCase(world, worker, { cityId, body: 'canary-first' });
    const second = await aCase(world, worker, {
      cityId,
      body: 'canary-second',
      requesterEmail: 'aide@kenema.example',
    });
    const page = await desk(`/cases/${second.id}/merge`, {
      version: String(second.version),
      into: first.reference.toLowerCase(),
    });
    expect(page.status).toBe(303);
    const shown = await desk(`/cases/${first.id}`);
    expect(shown.text).toContain('canary-first');
    expect(shown.text).toContain('canary-second');
    for (const [one, other] of [
      [first, 'canary-second'],
      [second, 'canary-first'],
    ] as const) {
      const thread = await visitPage(world, publicRoutes, {
        path: `/ask/thread/${await tokenFor(worker, one.id)}`,
      });
      expect(thread.status).toBe(200);
      expect(thread.text).not.toContain(other);
    }
    const before = (await sentMail(worker)).length;
    await desk(`/cases/${first.id}/replies`, {
      version: await version(first.reference),
      body: 'For both',
      next: 'open',
      alsoMerged: 'yes',
    });
    expect(
      (await sentMail(worker))
        .slice(before)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['aide@kenema.example', 'clerk@kenema.example']);
    await worker.db
      .updateTable('support_desk.support_case')
      .set({ stage: 'waiting-city' })
      .where('id', '=', first.id)
      .execute();
    await visitPage(world, publicRoutes, {
      path: `/ask/thread/${await tokenFor(worker, second.id)}/messages`,
      form: { body: 'And I?' },
    });
    expect((await caseOf(worker, first.reference)).stage).toBe('open');
  });

  it('is not merged into itself, into nothing, or into another city’s', async () => {
    const { id: otherCity } = await aCity(worker.db, { name: 'Bo' });
    const one = await aCase(world, worker, { cityId });
    const other = await aCase(world, worker, { cityId: otherCity });
    for (const into of [one.reference, 'MMC-2026-9999', other.reference])
      expect(
        (await desk(`/cases/${one.id}/merge`, { version: await version(one.reference), into })).status,
        into,
      ).toBe(422);
  });
});

describe('internal notes', () => {
  it('never leave: no page, mail, event, export or act outside carries one', async () => {
    const opened = await aCase(world, worker, { cityId });
    const canary = 'canary-note-7f3a';
    expect((await desk(`/cases/${opened.id}/notes`, { body: canary })).status).toBe(303);
    expect((await desk(`/cases/${opened.id}`)).text).toContain(canary);
    await desk(`/cases/${opened.id}/replies`, {
      version: await version(opened.reference),
      body: 'An answer',
      next: 'open',
    });
    await desk(`/cases/${opened.id}/outcome`, {
      version: await version(opened.reference),
      outcome: 'answered',
      note: 'Done',
    });
    const outside = [
      (await visitPage(world, publicRoutes, { path: `/ask/thread/${await tokenFor(worker, opened.id)}` }))
        .text,
      (await desk('/cases.csv?stage=any')).text,
      JSON.stringify(await sentMail(worker)),
      JSON.stringify(await worker.db.selectFrom('platform.event').selectAll().execute()),
      JSON.stringify(await worker.db.selectFrom('platform.act').selectAll().execute()),
      JSON.stringify(await worker.db.selectFrom('support_desk.message').selectAll().execute()),
    ];
    for (const text of outside) expect(text).not.toContain(canary);
    expect(outside[0]).toContain('An answer');
  });
});
