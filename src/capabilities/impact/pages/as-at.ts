import { type CalendarDate, dayInUtc, parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { because, Refusal } from '../../../kernel/refusal.ts';
import type { Visit } from '../../../platform/http/route.ts';

export interface AsAt {
  readonly asAt: CalendarDate;
  readonly today: CalendarDate;
  /** What was asked for and is no day. */
  readonly wrong: string | null;
}

/** The day asked for by `?as-at=`, or today. */
export function readAsAt(visit: Pick<Visit, 'query' | 'world'>): AsAt {
  const today = dayInUtc(visit.world.now());
  const asked = visit.query('as-at');
  const day = asked === undefined ? today : parseCalendarDate(asked);
  return { asAt: day ?? today, today, wrong: day ? null : (asked ?? null) };
}

/** The same for a file, where a notice could not be seen. @throws Refusal for what is no day */
export function readDay(visit: Pick<Visit, 'query' | 'world'>): AsAt {
  const when = readAsAt(visit);
  if (when.wrong !== null) throw new Refusal(because('platform:not-a-date'));
  return when;
}
