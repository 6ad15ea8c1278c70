import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, someone, type TestWorld, testWorld } from '../../../tests/support/world.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { atomically } from '../database/atomically.ts';
import { mailDelivery, sendFromOutbox } from './delivery.ts';
import { post } from './outbox.ts';

describe('outgoing mail', () => {
  let world: TestWorld;
  let letters: string[] = [];
  let refuseNext = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        if (refuseNext) {
          refuseNext = false;
          done(Object.assign(new Error('try later'), { responseCode: 451 }));
          return;
        }
        letters.push(text);
        done();
      });
    },
  });
  let mailUrl = '';
  beforeAll(async () => {
    world = await testWorld();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    mailUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    await world.close();
  });

  const write = (to = 'officer@example.org', subject = 'Received') =>
    atomically(world, someone('director'), (tx) =>
      post(tx, world, { to, language: 'en', subject, body: 'Your question is here.' }),
    );
  const delivery = () => mailDelivery(mailUrl, world.config.publicUrl);
  const idOf = (messageId: string) => messageId.slice(1, messageId.indexOf('@'));

  it('leaves with the Message-ID it was written with, once', async () => {
    letters = [];
    const messageId = await write();
    await sendFromOutbox(asWorker(world), delivery(), idOf(messageId));
    await sendFromOutbox(asWorker(world), delivery(), idOf(messageId));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain(`Message-ID: ${messageId}`);
    expect(letters[0]).toContain('To: officer@example.org');
  });

  it('keeps what went wrong, and leaves at the next try with the same Message-ID', async () => {
    letters = [];
    const messageId = await write();
    refuseNext = true;
    await expect(sendFromOutbox(asWorker(world), delivery(), idOf(messageId))).rejects.toThrow(/try later/);
    const kept = await asWorker(world)
      .db.selectFrom('platform.mail')
      .select(['attempts', 'last_error', 'sent_at'])
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ attempts: 1, sent_at: null });
    expect(kept.last_error).toContain('try later');
    await sendFromOutbox(asWorker(world), delivery(), idOf(messageId));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain(`Message-ID: ${messageId}`);
  });

  it('names the thread it belongs to and where an answer goes', async () => {
    letters = [];
    const messageId = await atomically(world, someone('director'), (tx) =>
      post(tx, world, {
        to: 'officer@example.org',
        language: 'en',
        subject: 'Re',
        body: 'Yes.',
        inReplyTo: '<b@city.example>',
        thread: ['<a@desk.example>', '<b@city.example>'],
        replyTo: 'desk@example.org',
      }),
    );
    await sendFromOutbox(asWorker(world), delivery(), idOf(messageId));
    expect(letters[0]).toContain('Reply-To: desk@example.org');
    expect(letters[0]).toContain('In-Reply-To: <b@city.example>');
    expect(letters[0]).toMatch(/References: <a@desk\.example>\s+<b@city\.example>/);
  });

  it('stays in the outbox when no mail server is set', async () => {
    letters = [];
    await sendFromOutbox(asWorker(world), null, idOf(await write()));
    expect(letters).toEqual([]);
  });

  it.each([
    'a@example.org\r\nBcc: b@example.org',
    '"x"@example.org',
    'a@example.org, b@example.org',
    'nobody',
  ])('refuses an address that is not one mailbox: %j', async (to) => {
    await expect(write(to)).rejects.toBeInstanceOf(Refusal);
  });

  it('keeps a line break out of the subject', async () => {
    letters = [];
    const messageId = await write('officer@example.org', 'Hello\r\nBcc: thief@example.org');
    await sendFromOutbox(asWorker(world), delivery(), idOf(messageId));
    expect(letters[0]).toContain('Subject: Hello Bcc: thief@example.org');
    expect(letters[0]).not.toMatch(/^Bcc:/m);
  });

  it('is not written when the act it tells of is undone', async () => {
    const before = await asWorker(world).db.selectFrom('platform.mail').select('id').execute();
    const undone = atomically(world, someone('director'), async (tx) => {
      await post(tx, world, { to: 'officer@example.org', language: 'en', subject: 'x', body: 'y' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await asWorker(world).db.selectFrom('platform.mail').select('id').execute()).toHaveLength(
      before.length,
    );
  });
});
