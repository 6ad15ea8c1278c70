import PostalMime, { type Address } from 'postal-mime';
import { isEmail } from '../../../platform/forms/fields.ts';
import type { MailHead } from '../rules/ignored-mail.ts';
import type { LookReason } from '../rules/look-reasons.ts';
import { isGarbled, oneLine, ownWords, storable } from '../rules/own-words.ts';

export interface MailFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A mail that can be filed without anybody looking at it. */
export interface ReadableMail {
  readonly head: MailHead & { readonly from: string };
  readonly fromName: string;
  /** What its writer added, as plain text. */
  readonly body: string;
  /** Message-IDs it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly files: readonly MailFile[];
}

/** What could be read of a mail: all of it, or its head and why the rest needs a look. */
export type Parsed =
  | { readonly mail: ReadableMail }
  | { readonly look: LookReason; readonly head: MailHead | null };

const filesAtMost = 30;

/** Reads a mail as it came. Never throws: what cannot be read needs a look. */
export async function parseMail(bytes: Uint8Array): Promise<Parsed> {
  let email: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    email = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 50,
      maxHeadersSize: 512 * 1024,
    });
  } catch {
    return { look: 'unreadable', head: null };
  }
  const from = addressOf(email.from) ?? addressOf(email.sender);
  const headers = new Map(email.headers.toReversed().map(({ key, value }) => [key, value]));
  const head: MailHead = {
    headers,
    from,
    messageId: messageIdsIn(email.messageId ?? '')[0] ?? null,
    subject: oneLine(email.subject ?? '', 300),
  };
  if (from === null || !isEmail(from)) return { look: 'no-sender', head: { ...head, from: null } };
  const text = storable(email.text ?? '');
  if (isGarbled(text)) return { look: 'garbled', head };
  if (
    email.attachments.some(
      ({ filename, mimeType }) =>
        /^winmail\.dat$/i.test(filename ?? '') || mimeType === 'application/ms-tnef',
    )
  )
    return { look: 'packed', head };
  if (text === '' && email.attachments.length === 0) return { look: 'nothing-in-it', head };
  if (email.attachments.length > filesAtMost) return { look: 'too-large', head };
  const files = email.attachments.flatMap(({ filename, content }) => {
    const bytesOf = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
    return bytesOf.length === 0 ? [] : [{ name: filename ?? '', content: bytesOf }];
  });
  return {
    mail: {
      head: { ...head, from },
      fromName: oneLine(email.from?.name ?? '', 120) || from,
      body: ownWords(text),
      answers: [
        ...messageIdsIn(email.inReplyTo ?? ''),
        ...messageIdsIn(email.references ?? '').toReversed(),
      ].slice(0, 50),
      files,
    },
  };
}

function addressOf(address: Address | undefined): string | null {
  const mailbox = address?.group ? address.group[0]?.address : address?.address;
  const written = mailbox?.trim().toLowerCase() ?? '';
  return written === '' ? null : written.slice(0, 254);
}

function messageIdsIn(text: string): string[] {
  return [...new Set(text.slice(0, 20_000).match(/<[^<>\s]{3,250}>/g) ?? [])].filter(
    (id) => !/[^\u0021-\u007e]/.test(id),
  );
}
