import { addDays, type CalendarDate, calendarDate, type PartialDate } from './calendar-date.ts';

/**
 * When somebody held something, as far as it is published. `by`: seen holding that day, begun then or before.
 * `not-after`: over by that day. `lastListed`: seen holding that day; with no end stated, what came after is not known.
 */
export interface Tenure {
  readonly from: PartialDate | null;
  readonly fromCertainty: 'stated' | 'by' | null;
  readonly to: PartialDate | null;
  readonly toCertainty: 'stated' | 'not-after' | null;
  readonly lastListed: PartialDate | null;
}

/** `likely`: nothing says that it had ended, nothing shows that it still held. */
export type Holding = 'yes' | 'likely' | 'no';

/** The last day that a partial date may mean: 31 December of a year, the end of a month. */
export function lastDayOf({ date, precision }: PartialDate): CalendarDate {
  if (precision === 'day') return date;
  if (precision === 'year') return calendarDate(`${date.slice(0, 4)}-12-31`);
  return addDays(calendarDate(`${addDays(calendarDate(`${date.slice(0, 7)}-28`), 4).slice(0, 7)}-01`), -1);
}

export function heldOn(tenure: Tenure, day: CalendarDate): Holding {
  const { from, to, lastListed } = tenure;
  if (from && day < from.date) return 'no';
  if (to && tenure.toCertainty === 'stated') return day <= lastDayOf(to) ? 'yes' : 'no';
  if (to && (to.precision === 'day' ? day >= to.date : day > lastDayOf(to))) return 'no';
  const seen = lastListed ?? (tenure.fromCertainty === 'by' ? from : null);
  if (seen) return day <= lastDayOf(seen) ? 'yes' : 'likely';
  return from && !to ? 'yes' : 'likely';
}
