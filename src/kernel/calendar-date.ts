/** A day without a time or zone, written `YYYY-MM-DD`; compares as text. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

/** Reads `YYYY-MM-DD`; undefined when the day does not exist (2023-02-30) or lies outside the years 1000 to 9999. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  return exists ? (text as CalendarDate) : undefined;
}

/** The same for dates in code and in stored records: throws a RangeError instead. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

export function dayInUtc(instant: Date): CalendarDate {
  return instant.toISOString().slice(0, 10) as CalendarDate;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayInUtc(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000));
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** How much of a date its source states: "2019" is stored as 2019-01-01 with precision `year`. */
export type DatePrecision = 'day' | 'month' | 'year';

export interface PartialDate {
  readonly date: CalendarDate;
  readonly precision: DatePrecision;
}

/** Reads `2019`, `2019-07` or `2019-07-16`. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day';
  const date = parseCalendarDate(`${text}${'-01-01'.slice(0, 10 - text.length)}`.slice(0, 10));
  return date && { date, precision };
}
