import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { Contact } from '../store/exchanges.ts';
import type { Session } from '../store/sessions.ts';

interface Invited {
  readonly session: Pick<Session, 'id' | 'startsAt' | 'endsAt' | 'place' | 'agenda' | 'sequence'>;
  readonly title: string;
  readonly guests: readonly Contact[];
  readonly method: 'REQUEST' | 'CANCEL';
  /** Of the platform: makes the UID the world's only one, and answers go to its no-reply address. */
  readonly host: string;
  readonly now: Date;
}

/** A calendar file as RFC 5545 and RFC 5546 want it, in UTC: the same UID for life, a higher SEQUENCE for each change. */
export function invitationText({ session, title, guests, method, host, now }: Invited): string {
  const calendar = ical({
    prodId: { company: 'Mayors Migration Council', product: 'Peer exchange', language: 'EN' },
    method: method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
  });
  calendar.createEvent({
    id: `${session.id}@${host}`,
    sequence: session.sequence,
    stamp: now,
    start: session.startsAt,
    end: session.endsAt,
    summary: title,
    description: session.agenda,
    location: session.place,
    status: method === 'REQUEST' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: { name: 'Mayors Migration Council', email: `no-reply@${host}` },
    attendees: guests.map(({ name, email }) => ({
      name,
      email,
      rsvp: true,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    })),
  });
  return calendar.toString();
}
