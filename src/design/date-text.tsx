import type { CalendarDate, PartialDate } from '../kernel/calendar-date.ts';
import { formatDate, formatInstant, formatPartialDate } from '../platform/languages/format.ts';
import { useLanguage } from './language-context.ts';

/** `21 Nov 2026`, or as much of it as its source says. */
export function DateText({ date }: { date: CalendarDate | PartialDate }) {
  const language = useLanguage();
  if (typeof date === 'string') return <time dateTime={date}>{formatDate(language, date)}</time>;
  const said = date.date.slice(0, { year: 4, month: 7, day: 10 }[date.precision]);
  return <time dateTime={said}>{formatPartialDate(language, date)}</time>;
}

/** A moment, always with its zone. */
export function InstantText({ at, timeZone }: { at: Date; timeZone?: string | undefined }) {
  const language = useLanguage();
  return <time dateTime={at.toISOString()}>{formatInstant(language, at, timeZone)}</time>;
}
