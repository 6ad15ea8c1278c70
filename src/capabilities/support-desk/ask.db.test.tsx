import { afterAll, describe, expect, it } from 'vitest';
import { problemsOn, visitPage } from '../../../tests/support/pages.tsx';
import { asWorker, testWorld } from '../../../tests/support/world.ts';
import { languages } from '../../kernel/language.ts';
import { aCity } from '../city-registry/builders.ts';
import { sendLink } from './actions/find-again.ts';
import { countStranger } from './actions/strangers.ts';
import { readThroughLink } from './actions/through-link.ts';
import { aCase, caseOf, sentMail, tokenFor, withFiles } from './builders.ts';
import { routes } from './pages/public/routes.tsx';
import { deskScene } from './builders-scene.ts';

const { world, worker, cityId, close } = await deskScene();
afterAll(close);

const said = () => ({
  name: 'Trial contact',
  email: 'clerk@kenema.example',
  role: 'Head of housing',
  city: cityId,
  topic: 'housing',
  subject: 'Rooms for newcomers',
  body: 'How do other cities find rooms?',
  language: 'fr',
  urgency: 'soon',
});

describe('asking without an account', () => {
  it('shows a form in every language, with one heading and a label for each box', async () => {
    for (const language of languages) {
      const page = await visitPage(world, routes, { path: '/ask', language });
      expect(page.status).toBe(200);
      expect(page.document.querySelectorAll('h1')).toHaveLength(1);
      for (const box of page.document.querySelectorAll('input:not([type=hidden]), select, textarea'))
        expect(
          box.getAttribute('aria-label') ?? page.document.querySelector(`label[for="${box.id}"]`),
          box.outerHTML,
        ).toBeTruthy();
      expect(page.text).not.toContain('support-desk:');
    }
  });

  it('becomes a case with a reference, a mail in the language asked for, its secure link and the day of the answer', async () => {
    const page = await visitPage(world, routes, { path: '/ask', form: said() });
    expect(page.status).toBe(303);
    const reference = new URL(page.location ?? '', 'http://x').searchParams.get('reference') ?? '';
    const opened = await caseOf(worker, reference);
    expect(opened).toMatchObject({
      cityId,
      stage: 'new',
      language: 'fr',
      urgency: 'soon',
      channel: 'web',
      verifiedHow: null,
    });
    const mail = (await sentMail(worker)).find(({ subject }) => subject.includes(reference));
    expect(mail).toMatchObject({ to: 'clerk@kenema.example', language: 'fr' });
    expect(mail?.body).toContain('Bonjour Trial contact');
    const link = /\/fr\/ask\/thread\/([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';
    const thread = await visitPage(world, routes, { path: `/ask/thread/${link}` });
    expect(thread.status).toBe(200);
    expect(thread.text).toContain('How do other cities find rooms?');
    expect([thread.headers.get('cache-control'), thread.headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ]);
    const next = await visitPage(world, routes, { path: page.location ?? '' });
    expect(next.text).toContain(reference);
    expect(next.document.querySelector('time')?.getAttribute('datetime')).toBe(opened.dueOn);
  });

  it('stores no token: what is in the database opens nothing', async () => {
    const opened = await aCase(world, worker, { cityId });
    const token = await tokenFor(worker, opened.id);
    const rows = await worker.db
      .selectFrom('support_desk.secure_link')
      .selectAll()
      .where('case_id', '=', opened.id)
      .execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const guess of [rows[0]?.token_hash.toString('base64url') ?? '', rows[0]?.id ?? ''])
      expect((await visitPage(world, routes, { path: `/ask/thread/${guess}` })).status).toBe(404);
  });

  it('says all that is wrong at once and keeps what was typed', async () => {
    const page = await visitPage(world, routes, {
      path: '/ask',
      form: { ...said(), email: 'a@b\r\nBcc: x@y.example', city: '', body: '', topic: 'x' },
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(4);
    expect(page.document.querySelector('[name=subject]')?.getAttribute('value')).toBe('Rooms for newcomers');
  });

  it('refuses a city that is not in the registry', async () => {
    const page = await visitPage(world, routes, {
      path: '/ask',
      form: { ...said(), city: '00000000-0000-8000-8000-0000000fffff' },
    });
    expect(page.status).toBe(422);
    expect(problemsOn(page)).toHaveLength(1);
  });

  it('finds the city without JavaScript, all other answers kept', async () => {
    const page = await visitPage(world, routes, {
      path: '/ask/city-search',
      form: { ...said(), city: '', citySearch: 'kenem' },
    });
    expect(page.document.querySelector(`input[type=radio][value="${cityId}"]`)).not.toBeNull();
    expect(page.document.querySelector('textarea')?.textContent).toContain('How do other cities');
  });

  it('opens one case when the button is pressed twice, also at the same moment', async () => {
    const before = await countCases();
    const form = { ...said(), key: crypto.randomUUID() };
    const pages = await Promise.all([1, 2, 3].map(() => visitPage(world, routes, { path: '/ask', form })));
    expect(new Set(pages.map(({ location }) => location)).size).toBe(1);
    expect(await countCases()).toBe(before + 1);
    expect(
      (await visitPage(world, routes, { path: '/ask', form: { ...form, subject: 'Another' } })).status,
    ).toBe(422);
  });

  it('gives each case its own number, however many ask at once', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => aCase(world, worker, { cityId })));
    expect(new Set(opened.map(({ reference }) => reference)).size).toBe(8);
  });

  it('slows a network down that asks and asks', async () => {
    const limited = withFiles(await testWorld());
    const { id } = await aCity(asWorker(limited).db, {});
    const ask = async () =>
      (await visitPage(limited, routes, { path: '/ask', form: { ...said(), city: id } })).status;
    for (let n = 0; n < 29; n++) await countStranger(limited, 'ask', 'unknown');
    expect([await ask(), await ask()]).toEqual([303, 429]);
    limited.removeFiles();
    await limited.close();
  });
});

describe('somebody who guesses', () => {
  it('gets the same page for a wrong token, an odd one and one for another audience', async () => {
    const opened = await aCase(world, worker, { cityId });
    const right = await tokenFor(worker, opened.id);
    const wrong = [
      'A'.repeat(43),
      'x',
      `${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`,
      "' or 1=1 --",
    ];
    const pages = await Promise.all(
      wrong.map((token) => visitPage(world, routes, { path: `/ask/thread/${encodeURIComponent(token)}` })),
    );
    pages.push(
      await visitPage(world, routes, { path: `/ask/partner/${right}` }),
      await visitPage(world, routes, { path: `/ask/survey/${right}` }),
    );
    for (const page of pages)
      expect([page.status, page.document.querySelector('h1')?.textContent]).toEqual([
        404,
        pages[0]?.document.querySelector('h1')?.textContent,
      ]);
  });

  it('reads the same words whether or not a reference is somebody’s, and only the right address gets mail', async () => {
    const opened = await aCase(world, worker, { cityId });
    const before = (await sentMail(worker)).length;
    const tries = [
      [opened.reference, 'clerk@kenema.example'],
      [opened.reference, 'thief@elsewhere.example'],
      ['MMC-2026-9999', 'clerk@kenema.example'],
    ] as const;
    for (const [reference, email] of tries) {
      const page = await visitPage(world, routes, { path: '/ask/link', form: { reference, email } });
      expect([page.status, page.location]).toEqual([303, '/ask/link/sent']);
      await sendLink(worker, { reference, email });
    }
    const mails = (await sentMail(worker)).slice(before);
    expect(mails.map(({ to }) => to)).toEqual(['clerk@kenema.example']);
    expect(mails[0]?.body).toContain(await tokenFor(worker, opened.id));
    const known = await visitPage(world, routes, { path: `/ask/received?reference=${opened.reference}` });
    const guessed = await visitPage(world, routes, { path: '/ask/received?reference=MMC-2026-0777' });
    expect(guessed.text.replaceAll(/MMC-2026-0777-./g, '')).toBe(known.text.replaceAll(opened.reference, ''));
  });

  it('is stopped after sixty wrong links, and then not even a right one opens from there', async () => {
    const shut = await testWorld();
    const { id } = await aCity(asWorker(shut).db, {});
    const opened = await aCase(shut, asWorker(shut), { cityId: id });
    const path = `/ask/thread/${await tokenFor(asWorker(shut), opened.id)}`;
    expect((await visitPage(shut, routes, { path })).status).toBe(200);
    const guess = { token: 'none', audience: 'requester', network: 'unknown' } as const;
    for (let n = 0; n < 61; n++)
      await expect(readThroughLink(shut, guess, async () => null)).rejects.toThrow();
    expect((await visitPage(shut, routes, { path })).status).toBe(429);
    await shut.close();
  });
});

describe('a secure link', () => {
  it('opens until it is over or revoked, and lets its holder write once for each press', async () => {
    const opened = await aCase(world, worker, { cityId });
    const path = `/ask/thread/${await tokenFor(worker, opened.id)}`;
    const form = { body: 'Here is more.', key: crypto.randomUUID() };
    for (let n = 0; n < 2; n++)
      expect((await visitPage(world, routes, { path: `${path}/messages`, form })).status).toBe(303);
    const page = await visitPage(world, routes, { path });
    expect(page.document.querySelectorAll('.message')).toHaveLength(3);
    await worker.db
      .updateTable('support_desk.secure_link')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('case_id', '=', opened.id)
      .execute();
    expect((await visitPage(world, routes, { path })).status).toBe(404);
    expect(
      (await visitPage(world, routes, { path: `${path}/messages`, form: { body: 'late' } })).status,
    ).toBe(404);
  });

  it('shows neither the cases of the same city nor who else has asked', async () => {
    const mine = await aCase(world, worker, { cityId });
    const other = await aCase(world, worker, {
      cityId,
      subject: 'canary-of-another',
      requesterEmail: 'mayor@kenema.example',
    });
    const page = await visitPage(world, routes, { path: `/ask/thread/${await tokenFor(worker, mine.id)}` });
    expect(page.text).not.toContain('canary-of-another');
    expect(page.text).not.toContain(other.reference);
  });
});

async function countCases(): Promise<number> {
  return (await worker.db.selectFrom('support_desk.support_case').select('id').execute()).length;
}
