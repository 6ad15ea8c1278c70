import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { languages } from '../../kernel/language.ts';
import { reading } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { aCity } from '../city-registry/builders.ts';
import { loadTemplates } from './actions/templates.ts';
import { aCase, aDeskPerson, caseOf, sentMail, tokenFor, withFiles } from './builders.ts';
import { tasksFor } from './index.ts';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes } from './pages/workspace/routes.tsx';

let bare: TestWorld;
let world: TestWorld & { removeFiles(): void };
let worker: World;
let cityId: string;
let amina: Actor;
let bruno: Actor;
beforeAll(async () => {
  bare = await testWorld();
  world = withFiles(bare);
  worker = asWorker(world);
  ({ id: cityId } = await aCity(worker.db, { name: 'Kenema' }));
  amina = await aDeskPerson(worker, 'Amina', 'amina@mmc.example');
  bruno = await aDeskPerson(worker, 'Bruno', 'bruno@mmc.example');
  await worker.db.transaction().execute(loadTemplates);
});
afterAll(async () => {
  world.removeFiles();
  await bare.close();
});

const desk = (path: string, form?: Record<string, string>, actor = amina) =>
  visitPage(world, routes, { actor, path: `/workspace/support${path}`, ...(form ? { form } : {}) });
const version = async (reference: string) => String((await caseOf(worker, reference)).version);

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
