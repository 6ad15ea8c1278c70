import { createTransport, type Transporter } from 'nodemailer';
import type { World } from '../../world.ts';

/** Hands mail to the outside. Without MAIL_URL (trial mode) mail stays in the outbox, where an administrator can read it. */
export interface MailDelivery {
  send(mail: OutgoingMail): Promise<void>;
}

export interface OutgoingMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly thread: readonly string[];
  readonly replyTo: string | null;
  readonly attachments: readonly { name: string; type: string; base64: string }[];
}

export function mailDelivery(mailUrl: string, publicUrl: string): MailDelivery {
  const transport: Transporter = createTransport(mailUrl);
  const host = new URL(publicUrl).hostname;
  const from = {
    name: 'Mayors Migration Council',
    address: new URL(mailUrl).searchParams.get('from') ?? `no-reply@${host}`,
  };
  return {
    send: async (mail) => {
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: mail.messageId,
        ...threadOf(mail),
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        attachments: mail.attachments.map(({ name, type, base64 }) => ({
          filename: name,
          contentType: type,
          content: Buffer.from(base64, 'base64'),
        })),
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}

/** RFC 5322, 3.6.4: References names the whole thread, its last the one answered. */
function threadOf({ inReplyTo, thread }: OutgoingMail): { inReplyTo?: string; references?: string[] } {
  const known = [...new Set([...thread, ...(inReplyTo ? [inReplyTo] : [])])];
  const last = inReplyTo ?? known.at(-1);
  return last ? { inReplyTo: last, references: known } : {};
}

/** Sends one mail of the outbox if it has not left. A failure is kept with it and the queue tries again later. */
export async function sendFromOutbox(
  world: World,
  delivery: MailDelivery | null,
  mailId: string,
): Promise<void> {
  if (!delivery) return;
  const mail = await world.db
    .selectFrom('platform.mail')
    .selectAll()
    .where('id', '=', mailId)
    .executeTakeFirst();
  if (!mail || mail.sent_at) return;
  try {
    await delivery.send({
      messageId: mail.message_id,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body,
      inReplyTo: mail.in_reply_to,
      thread: mail.thread,
      replyTo: mail.reply_to,
      attachments: mail.attachments as { name: string; type: string; base64: string }[],
    });
  } catch (error) {
    const attempts = mail.attempts + 1;
    await world.db
      .updateTable('platform.mail')
      .set({ attempts, last_error: String(error) })
      .where('id', '=', mailId)
      .execute();
    throw error;
  }
  await world.db
    .updateTable('platform.mail')
    .set({ sent_at: world.now(), attempts: mail.attempts + 1 })
    .where('id', '=', mailId)
    .execute();
}
