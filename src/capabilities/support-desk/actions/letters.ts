import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';

/** Who a letter of the desk goes to, and about which case. */
export interface LetterOf {
  readonly reference: string;
  readonly subject: string;
  readonly language: Language;
  readonly requesterName: string;
  readonly requesterEmail: string;
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

/** Posts a letter to the city in its language. @returns its Message-ID */
export async function postLetter(tx: Tx, world: World, to: LetterOf, letter: Letter): Promise<string> {
  const t = words(to.language);
  const body = [
    t('mail.hello', { name: letter.hello ?? to.requesterName }),
    letter.text,
    `${t('mail.your-link')}\n${letter.link}`,
    t('mail.keep-link'),
    t('mail.signature'),
  ].join('\n\n');
  return await post(tx, world, {
    to: letter.to ?? to.requesterEmail,
    language: to.language,
    subject: subjectOf(to),
    body,
    inReplyTo: letter.inReplyTo ?? null,
  });
}

/** What a case just opened is acknowledged with. */
export function acknowledgement(language: Language, reference: string, dueOn: CalendarDate): string {
  const t = words(language);
  return [t('mail.received', { reference }), t('mail.next', { date: formatDate(language, dueOn) })].join(
    '\n\n',
  );
}
