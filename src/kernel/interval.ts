import type { CalendarDate } from './calendar-date.ts';

/** Days from `from` up to and including `to`; open-ended when `to` is null. An unknown start is null as well. */
export interface Interval {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export function contains(interval: Interval, day: CalendarDate): boolean {
  return (interval.from === null || interval.from <= day) && (interval.to === null || day <= interval.to);
}

export function overlaps(a: Interval, b: Interval): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(a: Interval, b: Interval): boolean {
  return a.from === null || b.to === null || a.from <= b.to;
}
