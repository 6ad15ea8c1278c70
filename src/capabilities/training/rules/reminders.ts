import { addDays, calendarDate } from '../../../kernel/calendar-date.ts';
import { clockIn, instantIn } from '../../../kernel/time-zone.ts';

export const reminderKinds = ['week', 'day', 'hour'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export interface Reminder {
  readonly kind: ReminderKind;
  readonly at: Date;
}

const morning = '09:00';

/**
 * When somebody is reminded: at nine in the morning on their own clock, seven days and one day before the event's day as their
 * calendar has it; and one hour before it begins.
 */
export function remindersFor(startsAt: Date, timeZone: string): Reminder[] {
  const day = calendarDate(clockIn(timeZone, startsAt).day);
  return [
    { kind: 'week', at: instantIn(timeZone, addDays(day, -7), morning) },
    { kind: 'day', at: instantIn(timeZone, addDays(day, -1), morning) },
    { kind: 'hour', at: new Date(startsAt.getTime() - 3_600_000) },
  ];
}

/**
 * The one reminder to send now: the latest whose time has come since the place was taken. One whose successor's time has come
 * as well is not sent late.
 */
export function reminderDue(
  event: { readonly startsAt: Date },
  { timeZone, settledAt }: { readonly timeZone: string; readonly settledAt: Date },
  now: Date,
): ReminderKind | undefined {
  if (now >= event.startsAt) return undefined;
  const due = remindersFor(event.startsAt, timeZone).findLast(({ at }) => at <= now);
  return due && due.at > settledAt ? due.kind : undefined;
}
