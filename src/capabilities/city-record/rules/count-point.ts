import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { FactValues } from './fact.ts';

/** One count of people hosted: of whom, on what day, how, and by whom. */
export interface CountPoint {
  readonly item: string;
  readonly asOf: CalendarDate;
  readonly number: number;
  readonly how: FactValues['population']['how'];
  readonly note: string | null;
  readonly source: string | null;
}
