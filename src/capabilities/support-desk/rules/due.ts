import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Urgency } from './case.ts';

/** Working days until the first answer of a person. */
const workingDays: Record<Urgency, number> = { emergency: 1, soon: 2, normal: 5 };

export function answerDueOn(urgency: Urgency, asked: CalendarDate): CalendarDate {
  return addWorkingDays(asked, workingDays[urgency]);
}

/** Monday to Friday count. A day that is none begins to count on the next that is. */
export function addWorkingDays(day: CalendarDate, count: number): CalendarDate {
  let date = day;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

function isWorkingDay(date: CalendarDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Days without a word after which whoever is waited for is reminded. */
export const remindAfterDays = 7;
export const remindersAtMost = 2;
/** Days after which a resolved case that nobody wrote to again is closed. */
export const closeAfterDays = 30;
/** Days that a secure link opens its case after the last mail that carried it. */
export const linkDays = 180;
