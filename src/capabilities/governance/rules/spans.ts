import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { lastDayOf, type Tenure } from '../../../kernel/tenure.ts';

/** A part of a tenure as it is drawn: `known` as stated, `soft` where nothing says it still held nor that it had ended. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly look: 'known' | 'soft';
}

/**
 * What of a tenure is known and what is likely, up to a day.
 * @param first the first day drawn: a start that nobody published lies before it
 * @param lapse the day after which nothing is likely any more
 */
export function spansOf(
  tenure: Tenure,
  first: CalendarDate,
  today: CalendarDate,
  lapse: CalendarDate = today,
): Span[] {
  const start = tenure.from?.date ?? first;
  if (start > today) return [];
  const end = lastKnownDay(tenure, today);
  const before = tenure.from ? [] : [{ from: first, to: end ?? today, look: 'soft' as const }];
  const known = tenure.from && end ? [{ from: start, to: earlier(end, today), look: 'known' as const }] : [];
  const likelyUntil = earlier(tenure.to?.date ?? lapse, today);
  const open = tenure.toCertainty === 'stated' || !end || end >= likelyUntil || !tenure.from;
  return [...before, ...known, ...(open ? [] : [{ from: end, to: likelyUntil, look: 'soft' as const }])];
}

/** The last day on which the holder is known to have held it. */
function lastKnownDay(tenure: Tenure, today: CalendarDate): CalendarDate | undefined {
  if (tenure.to && tenure.toCertainty === 'stated') return lastDayOf(tenure.to);
  if (tenure.lastListed) return lastDayOf(tenure.lastListed);
  if (tenure.to || tenure.fromCertainty === 'by') return tenure.from?.date;
  return today;
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}
