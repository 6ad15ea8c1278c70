import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';

/** A month, written `YYYY-MM`. */
export type Month = string & { readonly month: unique symbol };

export function monthOf(day: CalendarDate): Month {
  return day.slice(0, 7) as Month;
}

export function parseMonth(text: string | undefined): Month | undefined {
  return text !== undefined && /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

export function firstDay(month: Month): CalendarDate {
  return `${month}-01` as CalendarDate;
}

export function nextMonth(month: Month): Month {
  return monthOf(addDays(firstDay(month), 31));
}

export function previousMonth(month: Month): Month {
  return monthOf(addDays(firstDay(month), -1));
}

export function lastDay(month: Month): CalendarDate {
  return addDays(firstDay(nextMonth(month)), -1);
}

/** How much is asked of a city this month, and how much may be. */
export interface Use {
  readonly used: number;
  readonly perMonth: number;
  readonly quietUntil: CalendarDate | null;
}

export function isFull({ used, perMonth }: Pick<Use, 'used' | 'perMonth'>): boolean {
  return used >= perMonth;
}

/** A budget of nothing has no such day. */
export function firstDayWithRoom(use: Use, today: CalendarDate): CalendarDate | undefined {
  if (use.perMonth === 0) return undefined;
  const free = isFull(use) ? firstDay(nextMonth(monthOf(today))) : today;
  const awake = use.quietUntil === null ? today : addDays(use.quietUntil, 1);
  return awake > free ? awake : free;
}
