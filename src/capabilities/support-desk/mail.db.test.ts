import { afterAll, describe, expect, it } from 'vitest';
import { visitPage } from '../../../tests/support/pages.tsx';
import { asWorker } from '../../../tests/support/world.ts';
import { fileMail } from './actions/file-mail.ts';
import { receiveMail } from './actions/receive-mail.ts';
import { aCase, caseOf, sentMail, tokenFor } from './builders.ts';
import { aMail, aMailWith } from './builders-mail.ts';
import { routes as publicRoutes } from './pages/public/routes.tsx';
import { routes } from './pages/workspace/routes.tsx';
import { deskScene } from './builders-scene.ts';

const { world, worker, cityId, amina, close } = await deskScene();
afterAll(close);

async function arrives(bytes: Buffer) {
  const id = (await receiveMail(worker, bytes, { source: 'pipe' })) ?? '';
  await fileMail(worker, { rawMailId: id });
  return await worker.db
    .selectFrom('support_desk.raw_mail')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

const messagesOf = (caseId: string) =>
  worker.db
    .selectFrom('support_desk.message')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute();

describe('a mail to the desk', () => {
  it('becomes a case, acknowledged in the language it is written in, with its files checked', async () => {
    const pdf = { type: 'application/pdf', name: 'plan.pdf', content: '%PDF-1.7\n' };
    const text = {
      type: 'text/plain; charset=utf-8',
      content: 'Bonjour, nous cherchons des exemples pour le logement.',
    };
    const mail = await arrives(
      aMailWith([text, pdf, { type: 'application/zip', name: 'a.zip', content: 'PK\x03\x04xxxx' }], {
        From: 'Awa <awa@thies.example>',
      }),
    );
    expect(mail).toMatchObject({ state: 'filed', from_address: 'awa@thies.example' });
    const files = await worker.db
      .selectFrom('support_desk.attachment')
      .selectAll()
      .where('case_id', '=', mail.case_id ?? '')
      .orderBy('name')
      .execute();
    expect(files.map(({ name, state }) => [name, state])).toEqual([
      ['a.zip', 'quarantined'],
      ['plan.pdf', 'checked'],
    ]);
    const sent = (await sentMail(worker)).at(-1);
    expect(sent).toMatchObject({ to: 'awa@thies.example', language: 'fr' });
    expect(sent?.body).toContain('/fr/ask/thread/');
  });

  it('finds its thread by what it answers and by the reference in its subject, and the quote is left out', async () => {
    const opened = await aCase(world, worker, { cityId });
    const acknowledged = (await sentMail(worker)).at(-1);
    await arrives(
      aMail({
        headers: { Subject: 'Re', 'In-Reply-To': acknowledged?.messageId ?? '' },
        body: 'One more thing.\r\n\r\nThe desk wrote:\r\n> We have your question\r\n',
      }),
    );
    await arrives(
      aMail({ headers: { Subject: `AW: ${opened.reference.toLowerCase()} rooms` }, body: 'And another.' }),
    );
    expect((await messagesOf(opened.id)).map(({ body }) => body).slice(2)).toEqual([
      'One more thing.',
      'And another.',
    ]);
  });

  it('is answered in its thread, and the answer to that goes to the desk’s own address', async () => {
    const config = { ...world.config, mailInUrl: 'imaps://desk%40mmc.example:x@mail.example/INBOX' };
    const read = { ...world, config };
    const opened = await aCase(read, asWorker(read), { cityId });
    const city = '<city-1@kenema.example>';
    const acknowledged = (await sentMail(worker)).at(-1)?.messageId ?? '';
    await arrives(aMail({ headers: { 'In-Reply-To': acknowledged, 'Message-ID': city } }));
    await visitPage(read, routes, {
      actor: amina,
      path: `/workspace/support/cases/${opened.id}/replies`,
      form: { version: String((await caseOf(worker, opened.reference)).version), body: 'Yes.', next: 'open' },
    });
    const reply = await worker.db
      .selectFrom('platform.mail')
      .select(['reply_to', 'in_reply_to', 'thread', 'subject'])
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(reply).toEqual({
      reply_to: 'desk@mmc.example',
      in_reply_to: city,
      thread: [acknowledged, city],
      subject: expect.stringContaining(opened.reference),
    });
  });

  it('from an unknown address is kept apart and flagged, the city does not see it, and it wakes nothing until let in', async () => {
    const opened = await aCase(world, worker, { cityId });
    await worker.db
      .updateTable('support_desk.support_case')
      .set({ stage: 'waiting-city' })
      .where('id', '=', opened.id)
      .execute();
    await arrives(
      aMail({
        headers: { From: 'Thief <thief@elsewhere.example>', Subject: opened.reference },
        body: 'Our bank account has changed: canary-apart',
      }),
    );
    const path = `/ask/thread/${await tokenFor(worker, opened.id)}`;
    expect((await visitPage(world, publicRoutes, { path })).text).not.toContain('canary-apart');
    expect((await caseOf(worker, opened.reference)).stage).toBe('waiting-city');
    const desk = await visitPage(world, routes, {
      actor: amina,
      path: `/workspace/support/cases/${opened.id}`,
    });
    expect(desk.text).toContain('Messages kept apart');
    expect(desk.text).toContain('Possible fraud');
    const apart = (await messagesOf(opened.id)).find(({ kept_apart }) => kept_apart);
    expect(apart?.warnings).toEqual(['bank-change']);
    await visitPage(world, routes, {
      actor: amina,
      path: `/workspace/support/cases/${opened.id}/admissions`,
      form: { message: apart?.id ?? '' },
    });
    expect((await visitPage(world, publicRoutes, { path })).text).toContain('canary-apart');
    expect((await caseOf(worker, opened.reference)).stage).toBe('open');
    await arrives(
      aMail({ headers: { From: 'thief@elsewhere.example', Subject: opened.reference }, body: 'Known now' }),
    );
    expect((await messagesOf(opened.id)).at(-1)?.kept_apart).toBe(false);
  });

  it('that machines wrote, that came twice or that is our own is kept and not answered', async () => {
    const twice = aMail();
    await arrives(twice);
    const before = (await sentMail(worker)).length;
    const states = [];
    for (const bytes of [
      twice,
      aMail({ headers: { 'Auto-Submitted': 'auto-replied' } }),
      aMail({ headers: { 'Return-Path': '<>' } }),
      aMail({ headers: { 'Message-ID': '<0190@127.0.0.1>' } }),
    ]) {
      const { state, reason } = await arrives(bytes);
      states.push(`${state} ${reason}`);
    }
    expect(states).toEqual(['ignored twice', 'ignored auto-reply', 'ignored bounce', 'ignored our-own']);
    expect((await sentMail(worker)).length).toBe(before);
  });

  it('is answered by no machine faster than people write: the rest waits for a look', async () => {
    const before = (await sentMail(worker)).length;
    const states: string[] = [];
    for (let n = 0; n < 24; n++)
      states.push((await arrives(aMail({ headers: { From: 'loop@robot.example' } }))).state);
    expect(states.filter((state) => state === 'filed')).toHaveLength(20);
    expect(states.at(-1)).toBe('needs-look');
    expect((await sentMail(worker)).length - before).toBe(20);
  });

  it('that nobody can read lies in the tray whole, and becomes a case by the hand of whoever reads it', async () => {
    const bytes = aMail({ headers: { From: '' }, body: 'Help' });
    const mail = await arrives(bytes);
    expect(mail).toMatchObject({ state: 'needs-look', reason: 'no-sender' });
    const path = `/workspace/support/tray/${mail.id}`;
    const page = await visitPage(world, routes, { actor: amina, path });
    expect(page.text).toContain('No usable sender');
    const raw = await visitPage(world, routes, { actor: amina, path: `${path}/mail.eml` });
    expect(raw.text).toBe(bytes.toString());
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
    const form = {
      name: 'Awa',
      email: 'awa@thies.example',
      subject: 'Help',
      language: 'fr',
      body: 'Help',
      key: crypto.randomUUID(),
    };
    const opened = await visitPage(world, routes, { actor: amina, path: `${path}/case`, form });
    expect(opened.status).toBe(303);
    expect(
      (
        await visitPage(world, routes, {
          actor: amina,
          path: `${path}/case`,
          form: { ...form, key: crypto.randomUUID() },
        })
      ).status,
    ).toBe(409);
  });
});
