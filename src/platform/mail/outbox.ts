import type { Language } from '../../kernel/language.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import type { World } from '../../world.ts';
import type { Tx } from '../database/atomically.ts';
import { isEmail } from '../forms/fields.ts';
import { enqueue } from '../jobs/enqueue.ts';

export interface Mail {
  readonly to: string;
  readonly personId?: string | null;
  readonly language: Language;
  readonly subject: string;
  /** Plain text: every phone reads it, and nothing is tracked. */
  readonly body: string;
  readonly inReplyTo?: string | null;
  /** Message-IDs of what was written before, the oldest first. */
  readonly thread?: readonly string[];
  /** Where an answer goes; the platform's own address takes none. */
  readonly replyTo?: string | null;
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
}

/** Writes a mail to the outbox in the transaction of what it tells of; the worker sends it. @returns its Message-ID */
export async function post(tx: Tx, world: World, mail: Mail): Promise<string> {
  if (!isEmail(mail.to)) throw new Refusal(because('platform:not-an-email'));
  const id = world.newId();
  const messageId = `<${id}@${new URL(world.config.publicUrl).hostname}>`;
  await tx
    .insertInto('platform.mail')
    .values({
      id,
      message_id: messageId,
      person_id: mail.personId ?? null,
      to_address: mail.to,
      language: mail.language,
      subject: oneLine(mail.subject),
      body: mail.body,
      in_reply_to: mail.inReplyTo ?? null,
      thread: [...(mail.thread ?? [])],
      reply_to: mail.replyTo ?? null,
      attachments: JSON.stringify(mail.attachments ?? []),
    })
    .execute();
  await enqueue(tx, 'send-mail', { mailId: id });
  return messageId;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}
