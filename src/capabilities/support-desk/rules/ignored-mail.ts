/** What of a mail's head tells whether a person wrote it. Header names in small letters. */
export interface MailHead {
  readonly headers: ReadonlyMap<string, string>;
  readonly from: string | null;
  readonly messageId: string | null;
  readonly subject: string;
}

/** Why a mail is kept but not answered, as the key of a sentence: `mail-ignored.<reason>`. */
export const ignoreReasons = [
  'auto-reply',
  'mailing-list',
  'bounce',
  'our-own',
  'too-many',
  'twice',
] as const;
export type IgnoreReason = (typeof ignoreReasons)[number];

/** Mails of one address in an hour that are still read as a person's. */
export const mailsAnHour = 20;

export interface Surroundings {
  /** Names of our hosts and the desk's own addresses. */
  readonly ourHost: string;
  readonly ourAddresses: readonly string[];
  /** Other mails of the same address in the last hour. */
  readonly lately: number;
}

/**
 * Machines that answer machines go round for ever: RFC 3834 (Auto-Submitted), Precedence, Exchange's suppression, null
 * senders and reports, our own mail come back, and anybody who writes faster than people do.
 */
export function whyIgnore(mail: MailHead, around: Surroundings): IgnoreReason | undefined {
  const header = (name: string) => (mail.headers.get(name) ?? '').trim().toLowerCase();
  if (isOurs(mail, around)) return 'our-own';
  if (isBounce(mail, header)) return 'bounce';
  const auto = header('auto-submitted');
  if (auto !== '' && !auto.startsWith('no')) return 'auto-reply';
  if (/\b(?:all|dr|autoreply|oof)\b/.test(header('x-auto-response-suppress'))) return 'auto-reply';
  if (
    mail.headers.has('x-autoreply') ||
    mail.headers.has('x-autorespond') ||
    header('precedence') === 'auto_reply'
  )
    return 'auto-reply';
  if (
    /^(?:bulk|junk|list)$/.test(header('precedence')) ||
    mail.headers.has('list-id') ||
    mail.headers.has('list-unsubscribe')
  )
    return 'mailing-list';
  if (around.lately >= mailsAnHour) return 'too-many';
  return undefined;
}

function isOurs({ headers, from, messageId }: MailHead, { ourHost, ourAddresses }: Surroundings): boolean {
  if (from !== null && ourAddresses.includes(from.toLowerCase())) return true;
  if (headers.has('x-mmc-loop')) return true;
  return messageId !== null && messageId.toLowerCase().endsWith(`@${ourHost.toLowerCase()}>`);
}

function isBounce({ headers, from }: MailHead, header: (name: string) => string): boolean {
  if (headers.has('return-path') && header('return-path').replaceAll(/[<>\s]/g, '') === '') return true;
  if (/^multipart\/report\b/.test(header('content-type'))) return true;
  return from === null ? false : /^(?:mailer-daemon|postmaster|no-?reply-bounce)@/i.test(from);
}
