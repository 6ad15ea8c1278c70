import { execFileSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import { type Actor, anonymous } from '../../kernel/actor.ts';
import { readLeaf } from '../../platform/public-log/index.ts';
import { aPerson } from '../people/builders.ts';
import { noteCourseCompleted } from './actions/note-completion.ts';
import { linkToken } from './actions/seat.ts';
import { aCourse, aModule, aQuestion } from './builders.ts';
import { routes as portal } from './pages/city/routes.tsx';
import { routes as open } from './pages/public/routes.tsx';
import { routes as workspace } from './pages/workspace/routes.tsx';
import { findDraft } from './store/courses.ts';
import type { QuestionItem } from './rules/content.ts';

const world = await testWorld();
const worker = asWorker(world);
let trainer: Actor;
let learner: Actor;

afterAll(() => world.close());
beforeAll(async () => {
  trainer = someone('director', { personId: await aPerson(worker) });
  learner = someone('mayor', { personId: await aPerson(worker), name: 'Zoë Learner' });
});

type Form = Record<string, string | string[]>;
const asTrainer = (at: string, form?: Form) =>
  visitPage(world, workspace, { actor: trainer, path: at, ...(form ? { form } : {}) });
const asAnyone = (at: string, form?: Form, language: 'en' | 'ar' = 'en') =>
  visitPage(world, open, { actor: anonymous, path: at, language, ...(form ? { form } : {}) });
const asLearner = (at: string, form?: Form) =>
  visitPage(world, [...open, ...portal], { actor: learner, path: at, ...(form ? { form } : {}) });

async function slugOf(id: string): Promise<string> {
  return (await findDraft(worker.db, id))?.slug ?? '';
}

/** The form's answers that are right, by question. */
function rightAnswers(questions: readonly QuestionItem[]): Form {
  return Object.fromEntries(
    questions.map((one) => [
      `q-${one.id}`,
      one.form === 'number'
        ? String(one.answer)
        : one.choices.flatMap(({ id, right }) => (right ? [id] : [])),
    ]),
  );
}

describe('a trainer writes a course without code', () => {
  let base = '';
  const current = async () => findDraft(worker.db, base.split('/').at(-1) ?? '');
  const version = async () => String((await current())?.version ?? 0);

  it('begins it, is told all that is wrong at once, and keeps every answer', async () => {
    const bad = await asTrainer('/workspace/training/courses', {
      title: '',
      summary: '',
      sourceLanguage: 'xx',
    });
    expect(bad.status).toBe(422);
    expect(problemsOn(bad)).toHaveLength(3);
    const made = await asTrainer('/workspace/training/courses', {
      title: 'Registering newcomers',
      summary: 'Who, where, how often.',
      sourceLanguage: 'en',
    });
    expect(made.status).toBe(303);
    base = made.location ?? '';
    expect((await asTrainer(base)).text).toContain('It needs at least one module');
  });

  it('adds a module, a text, a question of each form, and translates', { timeout: 120_000 }, async () => {
    await asTrainer(`${base}/modules`, { title: 'First steps' });
    const module = `${base}/modules/${(await current())?.content.modules[0]?.id}`;
    const add = async (form: Form) =>
      asTrainer(`${module}/items`, { in: 'en', version: await version(), ...form });
    expect((await add({ kind: 'text', body: '# Why\n\nBecause **people** count.' })).status).toBe(303);
    const lacking = await add({ kind: 'single', body: 'Which?', choice1: 'One', choice2: 'Two' });
    expect(problemsOn(lacking)).toEqual(['Say which answer is right.']);
    const one = { kind: 'single', body: 'Which?', choice1: 'One', choice2: 'Two' };
    expect((await add({ ...one, right: ['1'] })).status).toBe(303);
    expect((await add({ ...one, kind: 'multiple', choice3: 'Three', right: ['1', '3'] })).status).toBe(303);
    expect((await add({ kind: 'number', body: 'How many?', answer: '3,5', within: '0.5' })).status).toBe(303);
    const settings = {
      in: 'en',
      title: 'Registering newcomers',
      summary: 'Who, where, how often.',
      languages: ['en', 'ar'],
      minutes: '30',
      passPercent: '60',
      certifies: 'yes',
    };
    expect((await asTrainer(`${base}/settings`, { ...settings, version: await version() })).status).toBe(303);
    const [text] = (await current())?.content.modules[0]?.items ?? [];
    const arabic = { kind: 'text', in: 'ar', body: 'لأن الناس يُعدّون', version: await version() };
    expect((await asTrainer(`${module}/items/${text?.id}`, arabic)).status).toBe(303);
    expect((await current())?.content.modules[0]?.items).toHaveLength(4);
    const stale = await asTrainer(`${base}/settings`, { ...settings, title: 'Other', version: '1' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Registering newcomers');
  });

  it('moves and removes parts, previews, and publishes; only then anyone reads it', async () => {
    const items = (await current())?.content.modules[0]?.items ?? [];
    const module = `${base}/modules/${(await current())?.content.modules[0]?.id}`;
    await asTrainer(`${module}/items/move`, { item: items[3]?.id ?? '', by: 'up' });
    expect((await current())?.content.modules[0]?.items[2]?.id).toBe(items[3]?.id);
    await asTrainer(`${module}/items/removal`, { item: items[2]?.id ?? '' });
    expect((await current())?.content.modules[0]?.items).toHaveLength(3);
    expect((await asTrainer(`${base}/preview/1`)).text).toContain('<strong>people</strong>');
    const slug = await slugOf(base.split('/').at(-1) ?? '');
    expect((await asAnyone(`/training/courses/${slug}`)).status).toBe(404);
    expect((await asTrainer(`${base}/publication`, { whatChanged: '' })).status).toBe(303);
    expect((await asAnyone(`/training/courses/${slug}`)).status).toBe(200);
    expect((await asAnyone('/training')).text).toContain('Registering newcomers');
    const arabic = await asAnyone(`/training/courses/${slug}/modules/1`, undefined, 'ar');
    expect(arabic.text).toContain('لأن الناس يُعدّون');
    expect(arabic.document.querySelector('main h1 [lang=en]')?.textContent).toBe('First steps');
    const activity = await worker.db
      .selectFrom('platform.event')
      .select('payload')
      .where('kind', '=', 'activity-opened')
      .execute();
    expect(JSON.stringify(activity)).toContain(slug);
  });
});

describe('a learner', () => {
  const number = aQuestion({
    form: 'number',
    choices: [],
    answer: 12,
    within: 0,
    body: { en: 'How many months?' },
  });

  it('checks themselves without an account, and hears of a question left open', async () => {
    const { id, content } = await aCourse(world, trainer, { modules: [aModule({ items: [number] })] });
    const at = `/training/courses/${await slugOf(id)}/modules/1`;
    expect(problemsOn(await asAnyone(at, {}))).toEqual(['Answer this question']);
    expect((await asAnyone(at, { [`q-${number.id}`]: '11' })).text).toContain('Not passed yet');
    const right = await asAnyone(at, rightAnswers([number]));
    expect(right.text).toContain('You passed this module');
    expect(content.modules).toHaveLength(1);
    expect(await worker.db.selectFrom('training.attempt').select('id').execute()).toEqual([]);
  });

  it('stays on the version they started, until they choose the new one', async () => {
    const { id, content } = await aCourse(world, trainer);
    const slug = await slugOf(id);
    const started = await asLearner(`/training/courses/${slug}/start`, {
      name: 'Zoë Learner',
      email: 'zoe@example.org',
      language: 'en',
    });
    const mine = started.location ?? '';
    expect(mine).toMatch(/^\/portal\/training\/courses\//);
    await asTrainer(`/workspace/training/courses/${id}/modules`, { title: 'A new module' });
    const draft = await findDraft(worker.db, id);
    const added = draft?.content.modules[1]?.id;
    await asTrainer(`/workspace/training/courses/${id}/modules/${added}/items`, {
      kind: 'text',
      in: 'en',
      body: 'More.',
      version: String(draft?.version),
    });
    await asTrainer(`/workspace/training/courses/${id}/publication`, { whatChanged: 'One module more' });
    const before = await asLearner(mine);
    expect(before.text).toContain('Version 2 is out');
    expect(before.text).not.toContain('A new module');
    expect((await asAnyone(`/training/courses/${slug}`)).text).toContain('A new module');
    expect((await asAnyone(`/training/courses/${slug}?version=1`)).text).not.toContain('A new module');
    expect(content.modules).toHaveLength(1);
    await asLearner(`${mine}/version`, {});
    expect((await asLearner(mine)).text).toContain('A new module');
  });

  it('without an account proves their address, completes, is certified, shows or hides the name', {
    timeout: 120_000,
  }, async () => {
    const { id, content } = await aCourse(world, trainer, {
      modules: [
        aModule(),
        aModule({
          title: { en: 'Only to read' },
          items: [{ id: world.newId(), kind: 'text', body: { en: 'Read.' } }],
        }),
      ],
    });
    const slug = await slugOf(id);
    const start = { name: 'Noa Stranger', email: 'noa@example.org', language: 'en' };
    expect((await asAnyone(`/training/courses/${slug}/start`, start)).location).toContain('/start/received');
    const mine = `/training/learning/${linkToken(world, 'learning', id, 'noa@example.org')}`;
    expect((await asAnyone(mine)).text).toContain('Hello Noa Stranger');
    const [module] = content.modules;
    const answers = rightAnswers(
      (module?.items.filter(({ kind }) => kind === 'question') ?? []) as QuestionItem[],
    );
    expect((await asAnyone(`${mine}/modules/1`, answers)).status).toBe(409);
    await asAnyone(`${mine}/proof`, {});
    expect((await asAnyone(`${mine}/modules/1`, answers)).location).toContain('marked=yes');
    expect((await asAnyone(`${mine}/modules/1?marked=yes`)).text).toContain('You passed this module');
    await asAnyone(`${mine}/modules/2`, {});
    const row = await worker.db
      .selectFrom('training.learning')
      .selectAll()
      .where('email', '=', 'noa@example.org')
      .executeTakeFirstOrThrow();
    expect(row.completed_at).not.toBeNull();
    await noteCourseCompleted(worker, row.id);
    await noteCourseCompleted(worker, row.id);
    const [certificate] = await worker.db
      .selectFrom('training.certificate')
      .selectAll()
      .where('course_id', '=', id)
      .execute();
    const page = `/certificates/${certificate?.number}`;
    expect((await asAnyone(page)).text).not.toContain('Noa');
    expect((await asAnyone(`${page}/name-check`, { name: 'noa  STRANGER' })).text).toContain(
      'Yes: this is the certified name',
    );
    expect((await asAnyone(`${page}/name-check`, { name: 'Somebody' })).text).toContain('No: another name');
    await asAnyone(`${mine}/name`, { shown: 'yes' });
    expect((await asAnyone(page)).text).toContain('Noa Stranger');
    const paper = await asAnyone(`${mine}/certificate`);
    expect(paper.text).toContain('Noa Stranger');
    expect(paper.document.querySelector('svg[role=img]')).not.toBeNull();
    expect(
      (await asAnyone('/certificates', { number: ` ${certificate?.number.toLowerCase()}` })).location,
    ).toBe(page);
    await asAnyone(`${mine}/feedback`, { useful: '5', willUse: 'yes', suggestion: '' });
    expect((await asAnyone(`${mine}/feedback`, { useful: '1', willUse: 'no' })).status).toBe(409);
    expect((await asTrainer(`/workspace/training/courses/${id}`)).text).toContain('1 answer so far');
  });
});

describe('a certificate', () => {
  it('is verified offline by the stand-alone verifier, leaves no name in the log, and is revoked with a reason', {
    timeout: 120_000,
  }, async () => {
    const { id } = await aCourse(world, trainer);
    const email = 'ola@example.org';
    await asAnyone(`/training/courses/${await slugOf(id)}/start`, { name: 'Ola Öst', email, language: 'en' });
    const mine = `/training/learning/${linkToken(world, 'learning', id, email)}`;
    await asAnyone(`${mine}/proof`, {});
    const draft = await findDraft(worker.db, id);
    const questions = draft?.content.modules[0]?.items.filter((one) => one.kind === 'question') ?? [];
    await asAnyone(`${mine}/modules/1`, rightAnswers(questions));
    const row = await worker.db
      .selectFrom('training.learning')
      .selectAll()
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    await noteCourseCompleted(worker, row.id);
    const kept = JSON.parse((await asAnyone(`${mine}/certificate.json`)).text) as {
      number: string;
      committed: string;
      salt: string;
      proof: string;
    };
    const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
    writeFileSync(path.join(folder, 'a.tlog-proof'), kept.proof);
    const verify = (file: string) =>
      execFileSync(process.execPath, [
        'verify/verify.mjs',
        'proof',
        file,
        '--key',
        world.logSigner.verifierKey,
      ]).toString();
    expect(verify(path.join(folder, 'a.tlog-proof'))).not.toBe('');
    const leaf = Buffer.from(/^extra (.+)$/m.exec(kept.proof)?.[1] ?? '', 'base64');
    expect(leaf.toString()).not.toMatch(/Ola|example\.org/);
    expect(leaf.toString()).not.toContain(kept.number);
    const act = readLeaf(leaf);
    expect(act?.body['certificate']).toBe(createHash('sha256').update(kept.number).digest('hex'));
    const opened = createHmac('sha256', Buffer.from(kept.salt, 'hex')).update(kept.committed).digest('hex');
    expect(act?.body['holder']).toBe(opened);
    // The planted fault: another proof is refused.
    writeFileSync(path.join(folder, 'b.tlog-proof'), kept.proof.replace(/^index \d+/m, 'index 999'));
    expect(() => verify(path.join(folder, 'b.tlog-proof'))).toThrow();
    const [held] = await worker.db
      .selectFrom('training.certificate')
      .select(['id', 'number'])
      .where('number', '=', kept.number)
      .execute();
    await asTrainer(`/workspace/training/certificates/${held?.id}/revocation`, {
      why: 'Issued to the wrong person.',
    });
    expect((await asAnyone(`/certificates/${kept.number}`)).text).toContain('Issued to the wrong person.');
    expect((await asAnyone(`${mine}/name`, { shown: 'yes' })).status).toBe(303);
    expect((await asAnyone(`/certificates/${kept.number}`)).text).not.toContain('Ola');
  });

  it('that was never issued is not there', async () => {
    expect((await asAnyone('/certificates/0000-0000-0000-0000')).status).toBe(404);
    expect(problemsOn(await asAnyone('/certificates', { number: 'abc' }))).toHaveLength(1);
  });
});
