import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOn, type SeenPage, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, someone, testWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { listActs } from '../../platform/audit/act.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import { aPerson } from '../people/builders.ts';
import { postedText } from './builders-posted.ts';
import { loadExampleForms } from './examples/load-example-forms.ts';
import { formRoutes } from './pages/workspace/routes.tsx';
import { listForms } from './store/forms.ts';
import { findFormVersion, listPublishedForms, listVersions } from './store/versions.ts';

const world = await testWorld();
const worker = asWorker(world);
const used = { versionId: '', name: 'Window of trials: intake', href: '/fund/windows/trial' };
const routes = formRoutes(async () => [used]);
let staff: Actor;
let id = '';

beforeAll(async () => {
  staff = someone('staff-fund', { personId: await aPerson(worker) });
});
afterAll(() => world.close());

const at = (path: string) => `/workspace/forms${path}`;
const open = (path: string) => visitPage(world, routes, { actor: staff, path: at(path) });
const send = (path: string, form: Record<string, string | readonly string[]> = {}) =>
  visitPage(world, routes, { actor: staff, path: at(path), form });
const versionOf = (page: SeenPage) =>
  page.document.querySelector('input[name=version]')?.getAttribute('value') ?? '';

async function addQuestion(
  kind: string,
  form: Record<string, string | readonly string[]>,
): Promise<SeenPage> {
  const path = `/${id}/draft/questions?section=plan-en&kind=${kind}`;
  return await send(path, { ...postedText('help', ''), ...form });
}

describe('a form, built by staff', () => {
  it('begins with a name, and says all that is wrong with it at once', async () => {
    const refused = await send('', { slug: 'Not a slug', 'title-fr': '' });
    expect(refused.status).toBe(422);
    expect(problemsOn(refused)).toHaveLength(3);
    const made = await send('', {
      slug: 'trial-note',
      purpose: 'concept-note',
      ...postedText('title', 'Note', ['ar']),
    });
    expect(made.status).toBe(303);
    id = /forms\/([0-9a-f-]{36})\/draft$/.exec(made.location ?? '')?.[1] ?? '';
    expect(id).not.toBe('');
    const again = await send('', { slug: 'trial-note', purpose: 'other', ...postedText('title', 'Twin') });
    expect(problemsOn(again)).toEqual(['Another form has this short name. Choose another.']);
  });

  it('gets sections and questions of each kind, with a condition picked from earlier answers', async () => {
    expect((await open(`/${id}/draft`)).text).toContain('No sections yet');
    await send(`/${id}/draft/sections`, {
      version: '1',
      ...postedText('title', 'Plan'),
      ...postedText('lead', ''),
    });
    const choice = await addQuestion('choice', {
      ...postedText('label', 'Partners'),
      many: 'one',
      ...postedText('choice.0.label', 'Yes'),
      ...postedText('choice.1.label', 'No'),
    });
    expect(choice.status).toBe(303);
    const kinds = await open(`/${id}/draft/questions/new?section=plan-en`);
    expect(kinds.document.querySelectorAll('input[type=radio]')).toHaveLength(10);
    const asking = await open(`/${id}/draft/questions/new?section=plan-en&kind=text`);
    const holds = [...asking.document.querySelectorAll('optgroup option')].map((option) =>
      option.getAttribute('value'),
    );
    expect(holds.slice(0, 4)).toEqual([
      'partners-en|one-of|yes-en',
      'partners-en|one-of|no-en',
      'partners-en|answered|',
      'partners-en|empty|',
    ]);
    await addQuestion('text', {
      ...postedText('label', 'Which'),
      lines: 'many',
      maxWords: '50',
      'when.0.holds': 'partners-en|one-of|yes-en',
    });
    await addQuestion('budget', { ...postedText('label', 'Money'), needed: 'yes', most: '10' });
    await addQuestion('table', {
      ...postedText('label', 'Steps'),
      most: '5',
      'column.0.kind': 'date',
      ...postedText('column.0.label', 'Until'),
      ...postedText('column.0.unit', ''),
    });
    const draft = await open(`/${id}/draft`);
    expect(draft.text).toContain('Only if “Partners en” is Yes en.');
    expect(draft.document.querySelectorAll('th div[id]')).toHaveLength(4);
  });

  it('refuses limits that are none, all at once, and keeps what was typed', async () => {
    const refused = await addQuestion('text', {
      ...postedText('label', 'Odd'),
      lines: 'many',
      maxWords: 'lots',
      'maxWords-fr': '0',
      'when.0.holds': 'partners-en|at-least|',
      'when.0.value': 'x',
    });
    expect(refused.status).toBe(422);
    expect(problemsOn(refused)).toHaveLength(3);
    expect(refused.document.querySelector('input[name=maxWords]')?.getAttribute('value')).toBe('lots');
  });

  it('moves, copies and takes out parts, but no section that still asks', async () => {
    await send(`/${id}/draft/moves`, { part: 'question:money-en:up' });
    await send(`/${id}/draft/copies`, { part: 'question:which-en' });
    const labels = async () =>
      [...(await open(`/${id}/draft`)).document.querySelectorAll('th div[id]')].map((item) =>
        item.getAttribute('id'),
      );
    expect(await labels()).toEqual([
      'question-partners-en',
      'question-money-en',
      'question-which-en',
      'question-which-en-2',
      'question-steps-en',
    ]);
    await send(`/${id}/draft/removals`, { part: 'question:which-en-2' });
    const refused = await send(`/${id}/draft/removals`, { part: 'section:plan-en' });
    expect(problemsOn(refused)[0]).toContain('This section still has 4 questions');
    const gone = await send(`/${id}/draft/copies`, { part: 'question:nowhere' });
    expect(problemsOn(gone)).toEqual(['Somebody took this part out meanwhile.']);
  });

  it('shows both texts when two people change one question, and minds no other change', async () => {
    const page = await open(`/${id}/draft/questions/which-en`);
    const version = versionOf(page);
    await send(`/${id}/draft/moves`, { part: 'question:steps-en:up' });
    const mine = { ...postedText('help', ''), lines: 'many', maxWords: '60' };
    expect(
      (
        await send(`/${id}/draft/questions/which-en`, {
          version,
          ...mine,
          ...postedText('label', 'Which ones'),
        })
      ).status,
    ).toBe(303);
    const stale = await send(`/${id}/draft/questions/which-en`, {
      version,
      ...mine,
      ...postedText('label', 'Which partners'),
    });
    expect(stale.status).toBe(409);
    const texts = stale.document.querySelector('.stale')?.textContent;
    expect(texts).toContain('The question · English');
    expect(texts).toContain('Which [removed] ones en');
    expect(texts).toContain('Which [added] partners en');
  });

  it('is not published while a language lacks words', async () => {
    const checks = await open(`/${id}/draft/checks`);
    expect(checks.text).toContain('The form’s title is missing in: ar.');
    const refused = await send(`/${id}/versions`, { revision: '99' });
    expect(refused.status).toBe(409);
    const title = await open(`/${id}/draft/title`);
    await send(`/${id}/draft/title`, { version: versionOf(title), ...postedText('title', 'Note') });
    expect((await open(`/${id}/draft/checks`)).text).toContain('The form is ready');
  });

  it('is previewed as a city sees it, and tried without keeping anything', async () => {
    const page = await open(`/${id}/versions/1/preview?in=ar&width=phone`);
    expect(page.document.querySelector('[dir=rtl]')?.textContent).toContain('Money ar');
    expect(page.document.querySelector('.phone-width')).not.toBeNull();
    expect(page.text).not.toContain('Which en ar');
    const tried = await send(`/${id}/versions/1/preview?in=en`, {
      'partners-en.drawn': 'yes',
      'money-en.currency': 'USD',
      'money-en.0.category': 'staff',
      'money-en.0.what': 'Rent',
      'money-en.0.year': '1',
      'money-en.0.amount': '12',
      'money-en.total': '13',
    });
    expect(tried.status).toBe(422);
    expect(problemsOn(tried)).toEqual([
      expect.stringContaining('the lines come to USD\u00a012, but the total says USD\u00a013'),
    ]);
    expect(tried.document.querySelector('input[name="money-en.total"]')?.getAttribute('value')).toBe('13');
  });

  it('is published for good, and changes only as a new version whose difference is told', async () => {
    const revision =
      (await open(`/${id}/draft/checks`)).document
        .querySelector('input[name=revision]')
        ?.getAttribute('value') ?? '';
    const published = await send(`/${id}/versions`, { revision });
    expect(published.status).toBe(303);
    const first = (await reading(world, staff, (tx) => listVersions(tx, id)))[0];
    await expect(
      atomically(worker, systemActor, (tx) =>
        tx
          .updateTable('application_forms.form_version')
          .set({ title: '{}' })
          .where('id', '=', first?.id ?? '')
          .execute(),
      ),
    ).rejects.toThrow('a published form never changes');
    await send(`/${id}/draft`);
    await send(`/${id}/draft/removals`, { part: 'question:steps-en' });
    const difference = await open(`/${id}/versions/2/difference`);
    expect(difference.document.querySelector('main ul')?.textContent).toContain(
      'The question “Steps en” was taken out.',
    );
    expect(await reading(world, staff, (tx) => findFormVersion(tx, first?.id ?? ''))).toMatchObject({
      version: 1,
    });
    used.versionId = first?.id ?? '';
    expect((await open(`/${id}`)).text).toContain('Window of trials: intake');
    const acts = await atomically(worker, systemActor, (tx) =>
      listActs(tx, { subject: { kind: 'application-form', id } }),
    );
    expect(acts.map(({ kind }) => kind)).toContain('application-forms.form-published');
  });

  it('is carried away as JSON and comes back as a new form', async () => {
    const json = await open(`/${id}/versions/1/form.json`);
    const body = new FormData();
    body.set('key', crypto.randomUUID());
    body.set('slug', 'trial-copy');
    body.set('purpose', 'other');
    body.set('file', new File([json.text], 'form.json'));
    expect(JSON.parse(json.text)).toMatchObject({ kind: 'mmc-application-form' });
    expect((await open(`/${id}/versions/1/form.html?in=fr`)).text).toContain('name="mmc-form"');
    expect((await open(`/${id}/versions/1/form.docx`)).headers.get('content-type')).toContain(
      'wordprocessingml',
    );
    expect((await open(`/${id}/versions/2/form.docx`)).status).toBe(404);
  });

  it('is retired and taken back', async () => {
    const offered = async () =>
      (await reading(world, staff, listPublishedForms)).some(({ formId }) => formId === id);
    await send(`/${id}/draft/removal`);
    expect(await offered()).toBe(true);
    expect(problemsOn(await send(`/${id}/retirement`, { why: '' }))).toHaveLength(1);
    await send(`/${id}/retirement`, { why: 'The window closed' });
    expect(await offered()).toBe(false);
    expect((await open(`/${id}`)).text).toContain('The window closed');
    await send(`/${id}/return`);
    expect(await offered()).toBe(true);
  });
});

describe('the examples that ship', () => {
  const load = () => atomically(worker, systemActor, (tx) => loadExampleForms(tx, worker));
  const examples = async () =>
    (await reading(worker, systemActor, listForms)).filter(({ isExample }) => isExample);

  it('are loaded once, however often the platform starts', async () => {
    await load();
    await load();
    expect(
      (await examples())
        .map(({ slug, published }) => `${slug} ${published}`)
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['example-concept-note 1', 'example-intake 1', 'example-proposal 1']);
  });

  it('are left alone once somebody works on one', async () => {
    const [example] = await examples();
    await send(`/${example?.id ?? ''}/draft`);
    await load();
    expect(
      (await reading(worker, systemActor, (tx) => listVersions(tx, example?.id ?? ''))).map(
        ({ stage }) => stage,
      ),
    ).toEqual(['draft', 'published']);
  });
});
