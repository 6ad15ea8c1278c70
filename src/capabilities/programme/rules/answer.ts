import type { CalendarDate } from '../../../kernel/calendar-date.ts';

export const answers = ['yes', 'no', 'later'] as const;
export type AnswerWord = (typeof answers)[number];

export interface AnswerSaid {
  readonly answer: AnswerWord;
  readonly reason: string | null;
  readonly laterOn: CalendarDate | null;
}

/** One reminder at most: so many days after the invitation, or on the day the city named. */
export const remindAfterDays = 10;
