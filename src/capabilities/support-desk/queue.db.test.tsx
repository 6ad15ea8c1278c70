import { afterAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { someone } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { languages } from '../../kernel/language.ts';
import { reading } from '../../platform/database/atomically.ts';
import { loadTemplates } from './actions/templates.ts';
import { aCase, aDeskPerson, caseOf } from './builders.ts';
import { tasksFor } from './index.ts';
import { routes } from './pages/workspace/routes.tsx';
import { deskScene } from './builders-scene.ts';

const { world, worker, cityId, amina, close } = await deskScene();
const bruno = await aDeskPerson(worker, 'Bruno', 'bruno@mmc.example');
await worker.db.transaction().execute(loadTemplates);
afterAll(close);

const desk = (path: string, form?: Record<string, string>, actor = amina) =>
  visitPage(world, routes, { actor, path: `/workspace/support${path}`, ...(form ? { form } : {}) });

describe('the queue', () => {
  it('shows what is due first and narrows by everything it can be narrowed by', async () => {
    const late = await aCase(world, worker, {
      cityId,
      urgency: 'emergency',
      subject: 'Flood',
      language: 'pt',
    });
    await aCase(world, worker, { cityId, subject: 'Roofs' });
    const page = await desk('');
    expect(page.document.querySelector('tbody th')?.textContent).toContain('Flood');
    for (const query of [
      'topic=housing',
      'language=pt',
      'urgency=emergency',
      'assignee=nobody',
      'stage=new',
      'kind=global-south',
      'words=floo',
      `words=${late.reference}`,
    ]) {
      const found = await desk(`?${query}`);
      expect(found.text, query).toContain('Flood');
      expect(found.document.querySelector('.applied'), query).not.toBeNull();
    }
    for (const query of [
      'topic=health',
      'language=ar',
      'urgency=soon',
      'assignee=me',
      'stage=closed',
      'kind=secondary',
      'words=zzz',
      'kind=unknown',
    ])
      expect((await desk(`?${query}`)).text, query).not.toContain('Flood');
    expect((await desk("?words=%25'%3B--&topic=x&assignee=x&page=-4")).status).toBe(200);
  });

  it('is exported as it is narrowed, without addresses and without formulas', async () => {
    await aCase(world, worker, { cityId, subject: '=cmd()', topic: 'health' });
    const page = await desk('/cases.csv?topic=health');
    expect(page.text).toContain("'=cmd()");
    expect(page.text).not.toContain('Flood');
    expect(page.text).not.toContain('clerk@kenema.example');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('is there in five languages', async () => {
    for (const language of languages) {
      const page = await visitPage(world, routes, { actor: amina, path: '/workspace/support', language });
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/support-desk:|undefined/);
    }
  });
});

describe('a hand-over', () => {
  it('gives all of a person’s cases away in one act, with a pack, and is refused where there is nothing', async () => {
    const cases = await Promise.all(
      ['one', 'two', 'three'].map((subject) => aCase(world, worker, { cityId, subject })),
    );
    for (const one of cases)
      await desk(`/cases/${one.id}/assignment`, {
        version: String(one.version),
        assignee: bruno.personId ?? '',
      });
    await desk(`/cases/${cases[0]?.id}/notes`, { body: 'Call before noon' }, bruno);
    const form = { from: bruno.personId ?? '', to: '', reason: 'Contract ends' };
    const page = await desk('/hand-over', form);
    expect(page.status).toBe(303);
    const pack = await desk((page.location ?? '').replace('/workspace/support', ''));
    expect(pack.text).toContain('Call before noon');
    for (const one of cases) expect(pack.text).toContain(one.reference);
    expect((await caseOf(worker, cases[1]?.reference ?? '')).assigneeId).toBe(amina.personId);
    expect((await desk('/hand-over', form)).status).toBe(422);
    expect((await desk('/hand-over', { ...form, to: bruno.personId ?? '' })).status).toBe(422);
  });
});

describe('what waits for the desk', () => {
  it('stands on the page its people open first, and on nobody else’s', async () => {
    const opened = await aCase(world, worker, { cityId, subject: 'For Amina' });
    await desk(`/cases/${opened.id}/assignment`, {
      version: String(opened.version),
      assignee: amina.personId ?? '',
    });
    const tasks = (actor: Actor) => reading(world, actor, (tx) => tasksFor(tx, actor, new Date()));
    const mine = await tasks(amina);
    expect(mine.map(({ path }) => path)).toContain(`/workspace/support/cases/${opened.id}`);
    expect(mine.some(({ what }) => what.key === 'support-desk:task-triage')).toBe(true);
    expect(await tasks(someone('staff-fund'))).toEqual([]);
  });
});

describe('texts of the desk', () => {
  it('are written in five languages or not at all, and a late second tab sees both texts', async () => {
    const form = {
      slug: 'school-places',
      ...Object.fromEntries(
        languages.flatMap((one) => [
          [`title-${one}`, `T ${one}`],
          [`body-${one}`, `B ${one}`],
        ]),
      ),
    };
    expect((await desk('/templates', { ...form, 'body-ar': '' })).status).toBe(422);
    expect((await desk('/templates', form)).status).toBe(303);
    expect((await desk('/templates', form)).status).toBe(422);
    const save = (body: string) =>
      desk('/templates/school-places', { ...form, 'body-en': body, version: '1' });
    expect((await save('Mine')).status).toBe(303);
    const late = await save('Theirs');
    expect(late.status).toBe(409);
    expect(late.text).toContain('Mine');
    expect(late.text).toContain('Theirs');
  });
});
