import type { cityRoles } from '../../../kernel/actor.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../kernel/calendar-date.ts';

export type CityRole = (typeof cityRoles)[number];

/** For how long a role is given at most, and how many different staff must confirm it. Kept as rows of `mandates.term`. */
export interface Term {
  readonly role: CityRole;
  readonly longestMonths: number;
  readonly staffNeeded: number;
}

/** How long before a mandate's end the city's people are told. */
export const remindedDaysBefore = [60, 30, 7] as const;

/** The last day a mandate from `from` may run to: so many months later, less a day; the 31st becomes the month's last. */
export function lastDayOf(from: CalendarDate, longestMonths: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const months = year * 12 + (month - 1) + longestMonths;
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const lastOfMonth = Number(
    addDays(calendarDate(`${addDays(calendarDate(`${first.slice(0, 8)}28`), 4).slice(0, 8)}01`), -1).slice(8),
  );
  return addDays(
    calendarDate(`${first.slice(0, 8)}${String(Math.min(day, lastOfMonth)).padStart(2, '0')}`),
    -1,
  );
}

/** Which of the reminders is due today for a mandate that ends on that day: the latest one not missed. */
export function reminderDue(until: CalendarDate, today: CalendarDate): 60 | 30 | 7 | undefined {
  if (until < today) return undefined;
  return [...remindedDaysBefore].toReversed().find((days) => addDays(today, days) >= until);
}
