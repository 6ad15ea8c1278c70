import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';

/** What people meet for. */
interface Meeting {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly agenda: string;
  /** Higher with each change, so that calendars take the newest. */
  readonly sequence: number;
}

interface Invited {
  readonly session: Meeting;
  readonly title: string;
  /** Each sees the addresses of all: name one only, when they need not know each other. */
  readonly guests: readonly { readonly name: string; readonly email: string }[];
  readonly method: 'REQUEST' | 'CANCEL';
  /** Of the platform: makes the UID the world's only one, and answers go to its no-reply address. */
  readonly host: string;
  readonly now: Date;
}

/** A calendar file as RFC 5545 and RFC 5546 want it, in UTC: the same UID for life, a higher SEQUENCE for each change. */
export function invitationText({ session, title, guests, method, host, now }: Invited): string {
  const calendar = ical({
    prodId: { company: 'Mayors Migration Council', product: 'Platform', language: 'EN' },
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

/** The same as a mail carries it: calendars read the method from the type. */
export function invitationFile(invited: Invited): { name: string; type: string; base64: string } {
  return {
    name: invited.method === 'CANCEL' ? 'cancel.ics' : 'invite.ics',
    type: `text/calendar; charset=utf-8; method=${invited.method}`,
    base64: Buffer.from(invitationText(invited)).toString('base64'),
  };
}
