import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Reason } from '../../kernel/refusal.ts';
import type { Tx } from '../database/atomically.ts';

/** Something that is open for a city, whoever acts for it: it stands when all of its officials change. */
export interface CityMatter {
  /** What is open, as a sentence of the capability's catalogue. */
  readonly what: Reason;
  /** Where the city's people go on with it. */
  readonly path: string;
  /** Where staff see it, when they have a page of their own. */
  readonly workspacePath?: string;
  readonly since: Date;
  readonly dueOn: CalendarDate | null;
}

/** What of a capability is open for a city, as the reader may see it; each capability with such things gives one at its door. */
export type CityMatters = (tx: Tx, cityId: string, now: Date) => Promise<CityMatter[]>;
