import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import { invitationFile } from '../../../platform/calendar/invitation.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { formatInstant } from '../../../platform/languages/format.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import type { TrainingEvent } from '../rules/event.ts';
import { saidIn } from '../rules/some-text.ts';
import { linkToken } from './seat.ts';

interface Writes {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly personId?: string | null;
}

/** Told of an event: when by their own clock. */
export interface EventGuest extends Writes {
  readonly timeZone: string;
}

export type EventLetter =
  | 'prove'
  | 'registered'
  | 'waiting'
  | 'moved-up'
  | 'given-up'
  | 'event-moved'
  | 'event-cancelled'
  | 'reminder-week'
  | 'reminder-day'
  | 'reminder-hour'
  | 'thanks';

/** Letters after which a calendar shows the event, or shows it no more. */
const calendars: Partial<Record<EventLetter, 'REQUEST' | 'CANCEL'>> = {
  registered: 'REQUEST',
  'moved-up': 'REQUEST',
  'event-moved': 'REQUEST',
  'given-up': 'CANCEL',
  'event-cancelled': 'CANCEL',
};

interface Around {
  readonly joinAddress?: string | null;
  readonly why?: string;
  /** The address of the certificate, with thanks. */
  readonly certificate?: string;
  /** Whoever only waits has nothing in their calendar. */
  readonly withoutCalendar?: boolean;
}

/** One letter about one event to one person: what, when on their clock, where, and the link to their registration. */
export async function postEventLetter(
  tx: Tx,
  world: World,
  guest: EventGuest,
  letter: EventLetter,
  event: TrainingEvent,
  { joinAddress = null, why = '', certificate, withoutCalendar }: Around = {},
): Promise<void> {
  const t = words(guest.language);
  const title = saidIn(event.title, guest.language, event.sourceLanguage).text;
  const at = formatInstant(guest.language, event.startsAt, guest.timeZone);
  const values = { title, at, why };
  const link = address(world, guest.language, registrationPath(world, event.id, guest.email));
  const isAhead = !['event-cancelled', 'given-up', 'thanks'].includes(letter);
  const method = withoutCalendar ? undefined : calendars[letter];
  await post(tx, world, {
    to: guest.email,
    personId: guest.personId ?? null,
    language: guest.language,
    subject: t(`mail.${letter}-subject`, values),
    body: [
      t('mail.greeting', { name: guest.name }),
      t(`mail.${letter}`, values),
      ...(isAhead
        ? [
            [
              t('mail.when', { at }),
              t('mail.where', { place: event.place }),
              ...(joinAddress ? [t('mail.join', { address: joinAddress })] : []),
            ].join('\n'),
          ]
        : []),
      ...(certificate ? [t('mail.certificate-of-event', { address: certificate })] : []),
      t(
        letter === 'prove'
          ? 'mail.link-prove'
          : letter === 'thanks'
            ? 'mail.link-feedback'
            : 'mail.link-registration',
        {
          link,
        },
      ),
      ...(letter === 'prove' ? [t('mail.not-you')] : []),
    ].join('\n\n'),
    ...(method
      ? {
          attachments: [
            invitationFile({
              session: {
                ...event,
                place: joinAddress ?? event.place,
                agenda: saidIn(event.about, guest.language, event.sourceLanguage).text,
              },
              title,
              guests: [guest],
              method,
              host: new URL(world.config.publicUrl).hostname,
              now: world.now(),
            }),
          ],
        }
      : {}),
  });
}

/** A letter with a sentence and a link. */
export async function postPlain(
  tx: Tx,
  world: World,
  to: Writes,
  letter: 'course-link' | 'course-completed' | 'certificate-revoked',
  path: string,
  values: Record<string, string>,
): Promise<void> {
  const t = words(to.language);
  await post(tx, world, {
    to: to.email,
    personId: to.personId ?? null,
    language: to.language,
    subject: t(`mail.${letter}-subject`, values),
    body: [
      t('mail.greeting', { name: to.name }),
      t(`mail.${letter}`, values),
      address(world, to.language, path),
      ...(letter === 'course-link' ? [t('mail.not-you')] : []),
    ].join('\n\n'),
  });
}

export function registrationPath(world: World, eventId: string, email: string): string {
  return `/training/registrations/${linkToken(world, 'registration', eventId, email)}`;
}

export function address(world: World, language: Language, path: string): string {
  return `${world.config.publicUrl}${localPath(language, path)}`;
}
