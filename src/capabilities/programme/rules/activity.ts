import type { ActivityKind } from '../../../kernel/activity-kind.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Openness } from './open-to.ts';

export interface Activity extends Openness {
  readonly id: string;
  /** The capability that announced it; null for what staff wrote by hand. */
  readonly announcedBy: string | null;
  readonly kind: ActivityKind;
  readonly title: LocalText;
  readonly about: LocalText;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  /** The lists that held on this day count. */
  readonly listsOn: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate | null;
  readonly places: number | null;
  readonly meetsAt: Date | null;
  readonly path: string | null;
  readonly emergency: boolean;
  readonly closedAt: Date | null;
  readonly version: number;
}

export type Standing = 'planned' | 'open' | 'over';

export function standingOf(
  { opensOn, closesOn, closedAt }: Pick<Activity, 'opensOn' | 'closesOn' | 'closedAt'>,
  today: CalendarDate,
): Standing {
  if (closedAt !== null || (closesOn !== null && closesOn < today)) return 'over';
  return opensOn > today ? 'planned' : 'open';
}
