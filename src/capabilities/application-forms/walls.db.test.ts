import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aPerson } from '../people/builders.ts';
import { publishForm } from './actions/publish-form.ts';
import { aForm, aPublishedForm } from './builders.ts';
import { formRoutes } from './pages/workspace/routes.tsx';
import type { FormVersion } from './rules/form.ts';
import { findForm, insertForm } from './store/forms.ts';
import { findDraft, findFormVersion, insertDraft, markPublished, reviseDraft } from './store/versions.ts';

const world = await testWorld();
const worker = asWorker(world);
const routes = formRoutes(async () => []);
const canary = 'CANARY-4c1b';
let published: FormVersion;
let hidden = '';
const city = someone('city-focal-point', { cityId: '00000000-0000-8000-8000-000000000001' });
const finance = someone('finance');
let keeper: Actor;

beforeAll(async () => {
  keeper = someone('director', { personId: await aPerson(worker) });
  published = await aPublishedForm(worker);
  hidden = worker.newId();
  await atomically(worker, systemActor, async (tx) => {
    await insertForm(tx, { id: hidden, slug: 'hidden', purpose: 'other', isExample: false, by: null });
    const title = { en: canary, fr: canary, es: canary, pt: canary, ar: canary };
    await insertDraft(tx, { ...aForm(), title, id: worker.newId(), formId: hidden, version: 1, by: null });
  });
});
afterAll(() => world.close());

describe('the first wall', () => {
  it.each([
    ['a city', city, 404],
    ['finance, who may read but not build', finance, 404],
    ['nobody', anonymous, 303],
  ])('keeps %s from a draft', async (_who, actor, status) => {
    const page = await visitPage(world, routes, { actor, path: `/workspace/forms/${hidden}/draft` });
    expect([status, 403]).toContain(page.status);
    expect(page.text).not.toContain(canary);
  });

  it('keeps finance from publishing, and lets them read', async () => {
    await expect(publishForm(world, finance, { formId: hidden, revision: 1 })).rejects.toMatchObject({
      status: 403,
    });
    const page = await visitPage(world, routes, { actor: finance, path: '/workspace/forms' });
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('/workspace/forms/new');
  });

  it('keeps a session opened with a mailed code from building', async () => {
    const weak: Actor = { ...keeper, assurance: 'mailed-code' };
    await expect(publishForm(world, weak, { formId: hidden, revision: 1 })).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('behind the second wall, with the first switched off', () => {
  it('a city and the public see what is published, and no draft', async () => {
    for (const actor of [city, anonymous]) {
      const seen = await reading(world, actor, async (tx) => [
        await findFormVersion(tx, published.id),
        await findDraft(tx, hidden),
        await findForm(tx, hidden),
      ]);
      expect(seen).toMatchObject([{ id: published.id }, undefined, undefined]);
    }
    const open = world.publicDb.selectFrom('application_forms.form_version').select('stage').distinct();
    expect(await open.execute()).toEqual([{ stage: 'published' }]);
  });

  it('neither a city nor finance can add, change or publish', async () => {
    for (const actor of [city, finance]) {
      const add = atomically(world, actor, (tx) =>
        insertForm(tx, {
          id: world.newId(),
          slug: `x-${actor.personId?.slice(0, 8) ?? ''}`,
          purpose: 'other',
          isExample: false,
          by: null,
        }),
      );
      await expect(add).rejects.toThrow('row-level security');
      await atomically(world, actor, async (tx) => {
        const draft = await reading(worker, systemActor, (other) => findDraft(other, hidden));
        if (!draft) throw new Error('no draft');
        await reviseDraft(
          tx,
          draft,
          { ...draft, title: { ...draft.title, en: 'changed' } },
          null,
          world.now(),
        );
        await markPublished(tx, draft.id, null, world.now());
      });
    }
    const draft = await reading(worker, systemActor, (tx) => findDraft(tx, hidden));
    expect(draft).toMatchObject({ stage: 'draft', title: { en: canary } });
  });

  it('nobody changes or deletes a published version, its keeper and the worker included', async () => {
    const remove = (tx: Parameters<Parameters<typeof atomically>[2]>[0]) =>
      tx.deleteFrom('application_forms.form_version').where('id', '=', published.id).executeTakeFirst();
    expect((await atomically(world, keeper, remove)).numDeletedRows).toBe(0n);
    await expect(atomically(worker, systemActor, remove)).rejects.toThrow('never changes');
  });
});
