import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { isEmail } from '../../../platform/forms/fields.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { lettersFor } from '../../people/index.ts';
import { words } from '../messages/index.ts';
import { listMessageIds } from '../store/messages.ts';

/** Where answers go: the mailbox that is read, when it is named by its address. Null where none is. */
export function deskAddress({ config }: Pick<World, 'config'>): string | null {
  const user = config.mailInUrl === null ? '' : decodeURIComponent(new URL(config.mailInUrl).username);
  return isEmail(user) ? user : null;
}

/** Who a letter of the desk goes to, and about which case. */
export interface LetterOf {
  readonly reference: string;
  readonly subject: string;
  readonly language: Language;
  readonly requesterName: string;
  readonly requesterEmail: string;
  /** Of the case, once it stands: the letter joins its thread. */
  readonly id?: string;
  /** With its id, a letter for somebody who left goes to whoever acts for the city today. */
  readonly cityId?: string | null;
}

/** The reference in the subject brings answers back to their case even when a mail program drops the thread. */
export function subjectOf({ reference, subject }: Pick<LetterOf, 'reference' | 'subject'>): string {
  return `[${reference}] ${subject}`;
}

interface Letter {
  /** What the letter says, without greeting and link. */
  readonly text: string;
  readonly link: string;
  readonly inReplyTo?: string | null;
  readonly to?: string;
  readonly hello?: string;
}

/**
 * Posts a letter to the city in its language: to whoever asked; if they no longer act for the city, to those who do today, who find
 * the case in their portal. @returns its Message-ID, also when nobody is left to write to
 */
export async function postLetter(tx: Tx, world: World, to: LetterOf, letter: Letter): Promise<string> {
  const t = words(to.language);
  const address = letter.to ?? to.requesterEmail;
  const day = dayInUtc(world.now());
  const letters = to.cityId
    ? await lettersFor(tx, { cityId: to.cityId, address, day })
    : [{ name: null, address }];
  const messageIds: string[] = [];
  for (const { name, address: one } of letters) {
    const portal = `${world.config.publicUrl}${localPath(to.language, `/portal/cases/${to.id ?? ''}`)}`;
    const body = [
      t('mail.hello', { name: name ?? letter.hello ?? to.requesterName }),
      letter.text,
      `${t('mail.your-link')}\n${name === null ? letter.link : portal}`,
      ...(name === null ? [t('mail.keep-link')] : []),
      t('mail.signature'),
    ].join('\n\n');
    messageIds.push(
      await post(tx, world, {
        to: one,
        language: to.language,
        subject: subjectOf(to),
        body,
        inReplyTo: letter.inReplyTo ?? null,
        thread: to.id === undefined ? [] : await listMessageIds(tx, to.id),
        replyTo: deskAddress(world),
      }),
    );
  }
  return messageIds[0] ?? `<${world.newId()}@${new URL(world.config.publicUrl).hostname}>`;
}

/** What a case just opened is acknowledged with. */
export function acknowledgement(language: Language, reference: string, dueOn: CalendarDate): string {
  const t = words(language);
  return [t('mail.received', { reference }), t('mail.next', { date: formatDate(language, dueOn) })].join(
    '\n\n',
  );
}
