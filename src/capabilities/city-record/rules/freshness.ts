import { type CalendarDate, calendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Fact } from './fact.ts';
import { kindOf } from './fact-kinds.ts';

/** The day from which a fact should be confirmed; of a mayor whose term is known to end, not after that day. */
export function dueOn(fact: Pick<Fact, 'kind' | 'confirmedAt' | 'value'>): CalendarDate {
  const aged = addMonths(dayInUtc(fact.confirmedAt), kindOf(fact.kind).confirmAfterMonths);
  const ends = endOf(fact);
  // An end that had passed when it was confirmed was known to the one who confirmed it.
  return ends && ends < aged && ends > dayInUtc(fact.confirmedAt) ? ends : aged;
}

export function isDue(fact: Pick<Fact, 'kind' | 'confirmedAt' | 'value'>, today: CalendarDate): boolean {
  return dueOn(fact) <= today;
}

/** What was to hold until a day holds no more: a need or an offer with an end. */
export function isOver({ value }: Pick<Fact, 'value'>, today: CalendarDate): boolean {
  return 'until' in value && value.until !== null && value.until < today;
}

function endOf({ value }: Pick<Fact, 'value'>): CalendarDate | null {
  if ('to' in value) return value.to;
  return 'until' in value ? value.until : null;
}

/** The same day some months later, or that month's last day. */
function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  return calendarDate(moved.toISOString().slice(0, 10));
}
