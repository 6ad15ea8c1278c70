import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandLine } from '../../platform/command-line/command.ts';
import { fileMail } from './actions/file-mail.ts';
import { filesOf } from './actions/keep-files.ts';
import type { LyingMail, Mailbox } from './actions/mailbox.ts';
import { pollMailbox } from './actions/poll-mailbox.ts';
import { receiveMail } from './actions/receive-mail.ts';
import { tellAssignee } from './actions/tell-assignee.ts';
import { aCase, caseOf, sentMail } from './builders.ts';
import { aMail } from './builders-mail.ts';
import { commands } from './cli.ts';
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

describe('keeping before reading', () => {
  it('loses nothing when filing fails: the mail waits and is filed at the next try, once', async () => {
    const id =
      (await receiveMail(worker, aMail({ headers: { From: 'x@city.example' } }), { source: 'pipe' })) ?? '';
    const broken = {
      ...worker,
      newId: () => {
        throw new Error('the machine failed');
      },
    };
    await expect(fileMail(broken, { rawMailId: id })).rejects.toThrow('the machine failed');
    const waiting = await worker.db
      .selectFrom('support_desk.raw_mail')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(waiting.state).toBe('waiting');
    expect(await filesOf(worker).has(waiting.sha256)).toBe(true);
    await Promise.all([fileMail(worker, { rawMailId: id }), fileMail(worker, { rawMailId: id })]);
    expect(
      await worker.db.selectFrom('support_desk.message').select('id').where('raw_mail_id', '=', id).execute(),
    ).toHaveLength(1);
  });

  it('is what the command does: code 0 means kept, and it says under which reference', async () => {
    const said: string[] = [];
    const line = {
      args: [],
      options: {},
      json: true,
      out: (text: string) => said.push(text),
      err: () => undefined,
      readStdin: () =>
        Readable.from([aMail({ headers: { From: 'pipe@city.example' } })])
          .toArray()
          .then((parts) => Buffer.concat(parts as Buffer[])),
    } satisfies CommandLine;
    expect(await commands[0]?.run(line, worker)).toBe(0);
    expect(JSON.parse(said[0] ?? '{}')).toMatchObject({
      state: 'filed',
      reference: expect.stringMatching(/^MMC-/) as string,
    });
  });
});

describe('somebody of the desk who answers by mail', () => {
  it('reaches the city only by answering the notice that came to their own address', async () => {
    const opened = await aCase(world, worker, { cityId, requesterEmail: 'far@kenema.example' });
    await worker.db
      .updateTable('support_desk.support_case')
      .set({ assignee_id: amina.personId })
      .where('id', '=', opened.id)
      .execute();
    const [first] = await messagesOf(opened.id);
    await tellAssignee(worker, { caseId: opened.id, messageId: first?.id ?? '' });
    const notice = (await sentMail(worker)).at(-1);
    expect(notice).toMatchObject({ to: 'amina@mmc.example' });
    // Her name and the reference are known to anybody: without her notice they do not make a reply.
    await arrives(
      aMail({ headers: { From: 'amina@mmc.example', Subject: opened.reference }, body: 'Forged' }),
    );
    await arrives(
      aMail({
        headers: { From: 'thief@elsewhere.example', 'In-Reply-To': notice?.messageId ?? '' },
        body: 'Forged too',
      }),
    );
    const toCity = async () =>
      (await sentMail(worker))
        .filter(({ to }) => to === 'far@kenema.example')
        .slice(1)
        .map(({ body }) => body);
    expect(await toCity()).toEqual([]);
    await arrives(
      aMail({
        headers: { From: 'Amina <amina@mmc.example>', 'In-Reply-To': notice?.messageId ?? '' },
        body: 'Look at Dakar.',
      }),
    );
    expect(await toCity()).toHaveLength(1);
    expect((await toCity())[0]).toContain('Look at Dakar.');
    expect((await caseOf(worker, opened.reference)).firstReplyAt).not.toBeNull();
  });
});

describe('the mailbox', () => {
  it('is read from where it was left, each mail kept once; a failure ends the turn and nothing is skipped', async () => {
    const lying = ['one', 'two', 'three'].map((subject) =>
      aMail({ headers: { From: `${subject}@box.example`, Subject: subject } }),
    );
    let failAt = 2;
    const box = (name: string, sizes = [1, 1, 1]): Mailbox => ({
      name,
      listAfter: async (uid) =>
        lying
          .map((_, i): LyingMail => ({ key: `${name};${i + 1}`, uid: i + 1, size: sizes[i] ?? 1 }))
          .filter((mail) => mail.uid > uid),
      fetch: async ({ uid }) => {
        if (uid === failAt) throw new Error('the line broke');
        return lying[uid - 1] ?? Buffer.from('x');
      },
      close: async () => undefined,
    });
    const open = { ...worker, config: { ...worker.config, mailInUrl: 'imaps://desk:x@mail.example/INBOX' } };
    await expect(pollMailbox(open, async () => box('mail.example/INBOX;7'))).rejects.toThrow(
      'the line broke',
    );
    failAt = 0;
    expect(await pollMailbox(open, async () => box('mail.example/INBOX;7'))).toBe(2);
    expect(await pollMailbox(open, async () => box('mail.example/INBOX;7'))).toBe(0);
    expect(
      await pollMailbox(worker, async () => {
        throw new Error('never opened');
      }),
    ).toBe(0);
    expect(await pollMailbox(open, async () => box('mail.example/INBOX;8', [1, 900_000_000, 1]))).toBe(3);
    const large = await worker.db
      .selectFrom('support_desk.raw_mail')
      .selectAll()
      .where('source_key', '=', 'mail.example/INBOX;8;2')
      .executeTakeFirstOrThrow();
    expect(large).toMatchObject({ state: 'needs-look', reason: 'too-large' });
  });
});
