import type { CalendarDate } from '../../../kernel/calendar-date.ts';

/** Days after the first session on which each city is asked what changed. */
export const followUpAfterDays = 90;
/** Days after the question on which an exchange counts as completed even where a city did not answer. */
export const completeAfterDays = 60;

export const changes = ['changed', 'planned', 'not-yet', 'nothing'] as const;

/** What a city says changed. */
export interface ChangeSaid {
  readonly changed: (typeof changes)[number];
  readonly what: string;
  /** Where it can be seen, if anywhere. */
  readonly address: string | null;
}

interface Attended {
  readonly day: CalendarDate;
  readonly came: readonly string[];
}

/** Who of an exchange met, from when to when: what is told of it as an engagement of each city that came. */
export function meetingsOf(
  cityId: string,
  sessions: readonly Attended[],
): { from: CalendarDate; to: CalendarDate } | undefined {
  const days = sessions
    .filter(({ came }) => came.includes(cityId) && came.length > 1)
    .map(({ day }) => day)
    .toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { from, to } : undefined;
}
